import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { listAssessments, listConsentTexts } from '#rooms/consent/contract.ts';
import { AssessmentChoice } from '../importing/AssessmentChoice.tsx';
import { LEGAL_SEGMENTS, type LegalSegment, purposeOf } from '../importing/basis-options.ts';
import { ConsentTextChoice } from '../importing/ConsentTextChoice.tsx';
import { basesOf, FORMS, type GroundDraft } from './ground-draft.ts';

interface GroundFieldsProps {
  ground: GroundDraft;
  onChange: (ground: GroundDraft) => void;
}

/** Group, basis, source: asked, never assumed. */
export function GroundFields({ ground, onChange }: GroundFieldsProps) {
  const t = useMessages('inventory');
  const set = (change: Partial<GroundDraft>) => onChange({ ...ground, ...change });
  return (
    <>
      <SelectField
        id="cv-segment"
        label={t('cv.segment')}
        asks={ground.segment === ''}
        value={ground.segment}
        options={[
          { value: '', label: t('cv.choose') },
          ...LEGAL_SEGMENTS.map((value) => ({ value, label: t(`word.legal_segment.${value}`) })),
        ]}
        onChoose={(value) => {
          const segment = value as LegalSegment | '';
          const bases = basesOf(segment);
          set({ segment, basis: segment !== '' && bases.length === 1 ? 'consent' : '', textId: '', assessmentId: '' });
        }}
      />
      <SelectField
        id="cv-basis"
        label={t('cv.basis')}
        asks={ground.basis === ''}
        disabled={ground.segment === ''}
        value={ground.basis}
        options={[
          { value: '', label: t('cv.choose') },
          ...basesOf(ground.segment).map((value) => ({ value, label: t(`cv.basis_option.${value}`) })),
        ]}
        onChoose={(value) => set({ basis: value as GroundDraft['basis'] })}
      />
      {ground.basis === 'consent' && ground.segment !== '' && (
        <ConsentFields ground={ground} segment={ground.segment} set={set} />
      )}
      {ground.basis === 'legitimate_interest' &&
        (ground.segment === 'passive_contact' || ground.segment === 'referral') && (
          <InterestField ground={ground} segment={ground.segment} set={set} />
        )}
      <TextField
        id="cv-source"
        label={t('cv.source')}
        help={t('cv.source_help')}
        maxLength={200}
        value={ground.source}
        onChange={(event) => set({ source: event.target.value })}
      />
      <TextField
        label={t('cv.obtained_on')}
        type="date"
        value={ground.obtainedOn}
        onChange={(event) => set({ obtainedOn: event.target.value })}
      />
    </>
  );
}

interface ProofProps<Segment extends LegalSegment> {
  ground: GroundDraft;
  segment: Segment;
  set: (change: Partial<GroundDraft>) => void;
}

function ConsentFields({ ground, segment, set }: ProofProps<LegalSegment>) {
  const t = useMessages('inventory');
  const texts = useRead(listConsentTexts, {});
  return (
    <>
      <ConsentTextChoice
        label={t('basis.which_text')}
        purpose={purposeOf(segment)}
        texts={texts.data?.items ?? []}
        value={ground.textId}
        onChoose={(textId) => set({ textId })}
        problem={texts.error}
      />
      <TextField
        label={t('cv.consent_on')}
        type="date"
        value={ground.consentOn}
        onChange={(event) => set({ consentOn: event.target.value })}
      />
      <SelectField
        label={t('cv.form')}
        value={ground.form}
        options={FORMS.map((value) => ({ value, label: t(`cv.form_option.${value}`) }))}
        onChoose={(value) => set({ form: value as GroundDraft['form'] })}
      />
      <TextField
        id="cv-evidence"
        label={t('cv.evidence')}
        help={t('cv.evidence_help')}
        maxLength={500}
        value={ground.evidence}
        onChange={(event) => set({ evidence: event.target.value })}
      />
    </>
  );
}

function InterestField({ ground, segment, set }: ProofProps<'passive_contact' | 'referral'>) {
  const assessments = useRead(listAssessments, {});
  return (
    <AssessmentChoice
      segment={segment}
      assessments={assessments.data?.items ?? []}
      value={ground.assessmentId}
      onChoose={(assessmentId) => set({ assessmentId })}
    />
  );
}

import { useRead } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { listAssessments, listConsentTexts } from '#rooms/consent/contract.ts';
import styles from './add-panel.module.css';
import {
  type Basis,
  basesOf,
  FORMS,
  type LegalSegment,
  type Missing,
  type NewTalentDraft,
  purposeOf,
  SEGMENTS,
} from './new-talent-draft.ts';

interface GroundFieldsProps {
  draft: NewTalentDraft;
  set: (change: Partial<NewTalentDraft>) => void;
  errorOf: (code: Missing['code']) => string | undefined;
}

/** Group, basis with its proof, source: asked, never assumed. */
export function GroundFields({ draft, set, errorOf }: GroundFieldsProps) {
  const t = useMessages('talents');
  const today = useToday();
  const bases = basesOf(draft.segment);
  return (
    <>
      <SelectField
        id="add-segment"
        label={t('add.segment')}
        asks={draft.segment === ''}
        error={errorOf('segment')}
        value={draft.segment}
        options={[
          { value: '', label: t('value.choose') },
          ...SEGMENTS.map((value) => ({ value, label: t(`legal_segment.${value}`) })),
        ]}
        onChoose={(value) => {
          const segment = value as LegalSegment | '';
          const only = basesOf(segment).length === 1 && segment !== '';
          set({ segment, basis: only ? 'consent' : '', textId: '', assessmentId: '' });
        }}
      />
      {draft.segment !== '' && (
        <SelectField
          id="add-basis"
          label={t('add.basis')}
          asks={draft.basis === ''}
          error={errorOf('basis')}
          help={draft.basis && t(`add.basis_help.${draft.basis}`)}
          value={draft.basis}
          options={[
            { value: '', label: t('value.choose') },
            ...bases.map((value) => ({ value, label: t(`basis.${value}`) })),
          ]}
          onChoose={(value) => set({ basis: value as Basis | '' })}
        />
      )}
      {draft.basis === 'consent' && draft.segment !== '' && (
        <ConsentFields draft={draft} segment={draft.segment} set={set} errorOf={errorOf} />
      )}
      {draft.basis === 'legitimate_interest' && draft.segment !== '' && (
        <InterestField draft={draft} segment={draft.segment} set={set} errorOf={errorOf} />
      )}
      <TextField
        id="add-source"
        label={t('add.source')}
        help={t('add.source_help')}
        error={errorOf('source')}
        maxLength={200}
        value={draft.source}
        onChange={(event) => set({ source: event.target.value })}
      />
      <TextField
        id="add-obtained"
        label={t('add.obtained_on')}
        type="date"
        max={today}
        value={draft.obtainedOn}
        onChange={(event) => set({ obtainedOn: event.target.value })}
      />
    </>
  );
}

interface ProofProps extends GroundFieldsProps {
  segment: LegalSegment;
}

function ConsentFields({ draft, segment, set, errorOf }: ProofProps) {
  const t = useMessages('talents');
  const today = useToday();
  const { data } = useRead(listConsentTexts, {});
  const texts = (data?.items ?? []).filter(({ purpose }) => purpose === purposeOf(segment));
  const chosen = texts.find(({ id }) => id === draft.textId);
  if (data && texts.length === 0) return <p className={styles.sentence}>{t('add.no_text')}</p>;
  return (
    <>
      <SelectField
        id="add-text"
        label={t('add.which_text')}
        asks={draft.textId === ''}
        error={errorOf('text')}
        value={draft.textId}
        options={[
          { value: '', label: t('value.choose') },
          ...texts.map(({ id, language, version }) => ({
            value: id,
            label: t('add.text_version', { language: t(`language.${language}`), version }),
          })),
        ]}
        onChoose={(textId) => set({ textId })}
      />
      {chosen && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <section className={styles.text} tabIndex={0} lang={chosen.language} aria-label={t('add.which_text')}>
          {chosen.body}
        </section>
      )}
      <TextField
        id="add-consent-on"
        label={t('add.consent_on')}
        type="date"
        max={today}
        error={errorOf('future')}
        value={draft.consentOn}
        onChange={(event) => set({ consentOn: event.target.value })}
      />
      <SelectField
        label={t('add.form')}
        value={draft.form}
        options={FORMS.map((value) => ({ value, label: t(`form.${value}`) }))}
        onChoose={(value) => set({ form: value as NewTalentDraft['form'] })}
      />
      <TextField
        id="add-evidence"
        label={t('add.evidence')}
        help={t('add.evidence_help')}
        error={errorOf('evidence')}
        maxLength={500}
        value={draft.evidence}
        onChange={(event) => set({ evidence: event.target.value })}
      />
    </>
  );
}

function InterestField({ draft, segment, set, errorOf }: ProofProps) {
  const t = useMessages('talents');
  const formats = useFormats();
  const { data } = useRead(listAssessments, {});
  const usable = (data?.items ?? []).filter((one) => one.segment === segment && !one.isOverdue);
  if (data && usable.length === 0) return <p className={styles.sentence}>{t('add.no_assessment')}</p>;
  return (
    <SelectField
      id="add-assessment"
      label={t('add.which_assessment')}
      asks={draft.assessmentId === ''}
      error={errorOf('assessment')}
      value={draft.assessmentId}
      options={[
        { value: '', label: t('value.choose') },
        ...usable.map(({ id, purpose, reviewOn }) => ({
          value: id,
          label: t('add.assessment', { purpose, date: formats.dateLong(reviewOn) }),
        })),
      ]}
      onChoose={(assessmentId) => set({ assessmentId })}
    />
  );
}

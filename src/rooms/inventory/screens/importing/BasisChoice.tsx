import { useId, useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { listAssessments, listConsentTexts } from '#rooms/consent/contract.ts';
import { setBasis } from '../../contract.ts';
import type { ImportView, SegmentBasis } from '../../schema.ts';
import { AssessmentChoice } from './AssessmentChoice.tsx';
import styles from './basis-list.module.css';
import { type BasisKind, basisKinds, hasConsentColumn, type LegalSegment, purposeOf } from './basis-options.ts';
import { ConsentTextChoice } from './ConsentTextChoice.tsx';
import { useImportAct } from './use-import.ts';

/** The answers for one group. Consent and interest need their proof before they count. */
export function BasisChoice({ view, segment }: { view: ImportView; segment: LegalSegment }) {
  const t = useMessages('inventory');
  const name = useId();
  const chosen = view.basis[segment];
  const [kind, setKind] = useState<BasisKind | undefined>(chosen?.kind);
  const act = useImportAct(setBasis);
  const set = (basis: SegmentBasis) =>
    act.mutate({ params: { importId: view.id }, body: { ...view.basis, [segment]: basis } });
  const choose = (next: BasisKind) => {
    setKind(next);
    if (next === 'ask_first') set({ kind: next });
  };
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t('basis.question')}</legend>
      {basisKinds(segment, hasConsentColumn(view)).map((option) => (
        <Radio
          key={option}
          name={name}
          checked={kind === option}
          help={t(`basis.help.${option}`)}
          onChoose={() => choose(option)}
        >
          {t(`basis.option.${option}`)}
        </Radio>
      ))}
      <Proof segment={segment} kind={kind} chosen={chosen} onProven={set} />
      {act.error && <ProblemNote problem={act.error} />}
    </fieldset>
  );
}

interface ProofProps {
  segment: LegalSegment;
  kind: BasisKind | undefined;
  chosen: SegmentBasis | undefined;
  onProven: (basis: SegmentBasis) => void;
}

/** What the answer rests on: a text that was agreed to, or a documented assessment. */
function Proof({ segment, kind, chosen, onProven }: ProofProps) {
  if (kind === 'consent_column') return <ConsentProof segment={segment} chosen={chosen} onProven={onProven} />;
  if (kind !== 'legitimate_interest') return null;
  if (segment !== 'passive_contact' && segment !== 'referral') return null;
  return <InterestProof segment={segment} chosen={chosen} onProven={onProven} />;
}

function ConsentProof({ segment, chosen, onProven }: Omit<ProofProps, 'kind'>) {
  const t = useMessages('inventory');
  const texts = useRead(listConsentTexts, {});
  return (
    <ConsentTextChoice
      label={t('basis.which_text')}
      purpose={purposeOf(segment)}
      texts={texts.data?.items ?? []}
      value={chosen?.kind === 'consent_column' ? chosen.textId : ''}
      onChoose={(textId) => onProven({ kind: 'consent_column', textId })}
      problem={texts.error}
    />
  );
}

interface InterestProofProps extends Omit<ProofProps, 'kind' | 'segment'> {
  segment: 'passive_contact' | 'referral';
}

function InterestProof({ segment, chosen, onProven }: InterestProofProps) {
  const assessments = useRead(listAssessments, {});
  return (
    <AssessmentChoice
      segment={segment}
      assessments={assessments.data?.items ?? []}
      value={chosen?.kind === 'legitimate_interest' ? chosen.assessmentId : ''}
      onChoose={(assessmentId) => onProven({ kind: 'legitimate_interest', assessmentId })}
    />
  );
}

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import type { Assessment } from '../schema.ts';
import styles from './consent-page.module.css';
import { NewAssessmentForm } from './NewAssessmentForm.tsx';
import type { PartState } from './part.ts';

/** Documented interests, those past their review first. */
export function AssessmentsPart({ assessments, isOpen, onOpen }: PartState & { assessments: readonly Assessment[] }) {
  const t = useMessages('consent');
  const mayWrite = useMay('consent.write');
  const sorted = assessments.toSorted((a, b) => Number(b.isOverdue) - Number(a.isOverdue));
  return (
    <Section title={t('assessments.title')}>
      {sorted.length === 0 && <p className={styles.words}>{t('assessments.empty')}</p>}
      <ul>
        {sorted.map((assessment) => (
          <AssessmentEntry key={assessment.id} assessment={assessment} />
        ))}
      </ul>
      {mayWrite && !isOpen && (
        <Button className={styles.act} onClick={() => onOpen('assessment')}>
          {t('assessments.add')}
        </Button>
      )}
      {mayWrite && isOpen && <NewAssessmentForm onLeave={() => onOpen()} />}
    </Section>
  );
}

function AssessmentEntry({ assessment }: { assessment: Assessment }) {
  const t = useMessages('consent');
  const formats = useFormats();
  const { purpose, reasoning, segment, isOverdue } = assessment;
  const [datedOn, reviewOn] = [formats.dateLong(assessment.datedOn), formats.dateLong(assessment.reviewOn)];
  return (
    <li className={styles.entry}>
      <h3 className={styles.entryHead}>{purpose}</h3>
      <p className={styles.quiet}>{t('assessments.dated', { segment: t(`segment.${segment}`), datedOn, reviewOn })}</p>
      {isOverdue && <p className={styles.overdue}>{t('assessments.overdue', { reviewOn })}</p>}
      <Said size="small">{reasoning}</Said>
    </li>
  );
}

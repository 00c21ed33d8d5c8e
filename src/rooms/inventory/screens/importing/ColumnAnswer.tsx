import { useId } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { listConsentTexts } from '#rooms/consent/contract.ts';
import { setBasis } from '../../contract.ts';
import type { ImportBasis, ImportView } from '../../schema.ts';
import { basisKinds, purposeOf, segmentsOf } from './basis-options.ts';
import { askedConsents, choiceOf, type ColumnChoice, type MappedColumn } from './column-choice.ts';
import styles from './column-table.module.css';
import { ConsentTextChoice } from './ConsentTextChoice.tsx';
import { useImportAct } from './use-import.ts';

interface ColumnAnswerProps {
  view: ImportView;
  column: MappedColumn;
  onChoose: (...choices: ColumnChoice[]) => void;
}

export function ColumnAnswer(props: ColumnAnswerProps) {
  const { column } = props;
  if (column.field.startsWith('consent')) return <ConsentAnswer {...props} />;
  if (column.field === 'application_rating') return <ScaleAnswer {...props} />;
  return <DateOrderAnswer {...props} />;
}

/** Which end of the scale is good: school marks say 1 in Germany and 6 in Switzerland. */
function ScaleAnswer({ column, onChoose }: ColumnAnswerProps) {
  const t = useMessages('inventory');
  const name = useId();
  const { best = 5, worst = 1 } = column.scale ?? {};
  const ends = [Math.max(best, worst), Math.min(best, worst)] as const;
  const answers = [
    { best: ends[0], worst: ends[1] },
    { best: ends[1], worst: ends[0] },
  ];
  return (
    <fieldset className={styles.answer}>
      <legend>{t('columns.scale_question', { column: column.header })}</legend>
      {answers.map((scale, i) => (
        <Radio
          key={scale.best}
          name={name}
          data-asks={i === 0}
          checked={false}
          onChoose={() => onChoose({ ...choiceOf(column), scale })}
        >
          {t('columns.scale_answer', scale)}
        </Radio>
      ))}
    </fieldset>
  );
}

function DateOrderAnswer({ column, onChoose }: ColumnAnswerProps) {
  const t = useMessages('inventory');
  const name = useId();
  return (
    <fieldset className={styles.answer}>
      <legend>{t('columns.date_question', { sample: column.samples[0] ?? '' })}</legend>
      {(['dmy', 'mdy'] as const).map((dateOrder) => (
        <Radio
          key={dateOrder}
          name={name}
          checked={false}
          onChoose={() => onChoose({ ...choiceOf(column), dateOrder })}
        >
          {t(`format.dates.${dateOrder}`)}
        </Radio>
      ))}
    </fieldset>
  );
}

/** A "yes" in a file is worth something only together with the text it was said to. The answer is the basis of every group it may carry. */
function ConsentAnswer({ view, column, onChoose }: ColumnAnswerProps) {
  const t = useMessages('inventory');
  const texts = useRead(listConsentTexts, {});
  const basis = useImportAct(setBasis, () => onChoose(...askedConsents(view.mapping).map(choiceOf)));
  const segments = segmentsOf(view).map(({ segment }) => segment);
  const purpose = purposeOf(segments[0] ?? 'rejected_applicant');
  // A profile may know the answer of the last file; it is proposed, and still has to be given.
  const known = segments.map((segment) => view.basis[segment]).find((one) => one?.kind === 'consent_column');
  const before = known?.kind === 'consent_column' ? known.textId : undefined;
  const answer = (textId: string) => {
    const fitting = segments.filter(
      (segment) => purposeOf(segment) === purpose && basisKinds(segment, 'with_column').includes('consent_column'),
    );
    const added: ImportBasis = Object.fromEntries(
      fitting.map((segment) => [segment, { kind: 'consent_column', textId }]),
    );
    basis.mutate({ params: { importId: view.id }, body: { ...view.basis, ...added } });
  };
  return (
    <div className={styles.answer}>
      <ConsentTextChoice
        label={t('columns.consent_question', { column: column.header })}
        purpose={purpose}
        texts={texts.data?.items ?? []}
        value={before}
        onChoose={answer}
        problem={basis.error ?? texts.error}
      />
      {before && (
        <Button busy={basis.isPending} onClick={() => answer(before)}>
          {t('columns.confirm')}
        </Button>
      )}
    </div>
  );
}

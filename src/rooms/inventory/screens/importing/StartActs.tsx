import { addressOf } from '#ground/http/client.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { downloadErrors, startCheck, startRun } from '../../contract.ts';
import type { ImportView } from '../../schema.ts';
import styles from './import-page.module.css';
import { openColumns, peopleOf } from './import-stage.ts';
import { useImportAct } from './use-import.ts';

interface StartActsProps {
  view: ImportView;
  /** Leads to the first column that waits for an answer. */
  onAnswerFirst: () => void;
}

/** The one filled button: first the dry run, then the import with its effect in its name. */
export function StartActs({ view, onAnswerFirst }: StartActsProps) {
  const t = useMessages('inventory');
  const check = useImportAct(startCheck);
  const run = useImportAct(startRun);
  const input = { params: { importId: view.id } };
  const open = openColumns(view).length;
  const isChecked = view.state === 'checked' && view.check !== null;
  return (
    <>
      <div className={styles.acts}>
        {open > 0 && (
          <Button look="filled" size="big" onClick={onAnswerFirst}>
            {t('start.answer_first', { count: open })}
          </Button>
        )}
        {open === 0 && !isChecked && (
          <Button look="filled" size="big" busy={check.isPending} onClick={() => check.mutate(input)}>
            {t('start.check')}
          </Button>
        )}
        {open === 0 && isChecked && view.check && (
          <RunButton counts={view.check.counts} busy={run.isPending} onRun={() => run.mutate(input)} />
        )}
        {isChecked && view.check && view.check.counts.rejected > 0 && (
          <ErrorFile view={view} count={view.check.counts.rejected} />
        )}
        {open === 0 && isChecked && (
          <Button look="bare" busy={check.isPending} onClick={() => check.mutate(input)}>
            {t('start.check_again')}
          </Button>
        )}
      </div>
      {(check.error ?? run.error) && (
        <ProblemNote problem={check.error ?? run.error} kept={t('prepare.nothing_written')} />
      )}
      <p className={styles.after}>{t('start.promise')}</p>
    </>
  );
}

interface RunButtonProps {
  counts: ImportView['counts'];
  busy: boolean;
  onRun: () => void;
}

/** Says how many people come in and how many will wait. */
function RunButton({ counts, busy, onRun }: RunButtonProps) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const people = peopleOf(counts);
  const key = people > 0 ? (counts.held > 0 ? 'run_and_hold' : 'run') : counts.held > 0 ? 'hold' : 'nobody';
  return (
    <Button look="filled" size="big" busy={busy} disabled={key === 'nobody'} onClick={onRun}>
      {t(`start.${key}`, { count: people || counts.held, held: formats.number(counts.held) })}
    </Button>
  );
}

/** Rows with errors as a file that can be corrected and dropped again. */
export function ErrorFile({ view, count }: { view: ImportView; count: number }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  return (
    <a
      className={buttonClass('bare')}
      href={addressOf(downloadErrors, { params: { importId: view.id }, query: { format: 'xlsx' } })}
      download
    >
      {t('start.error_file', { count, shown: formats.number(count) })}
    </a>
  );
}

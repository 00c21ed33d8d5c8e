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

/** The one filled button: first the answers, then the dry run, then the import with its effect in its name. */
export function StartActs({ view, onAnswerFirst }: StartActsProps) {
  const t = useMessages('inventory');
  const check = useImportAct(startCheck);
  const run = useImportAct(startRun);
  const input = { params: { importId: view.id } };
  const open = openColumns(view).length;
  const counts = view.state === 'checked' ? view.check?.counts : undefined;
  const problem = check.error ?? run.error;
  return (
    <>
      <div className={styles.acts}>
        {open > 0 ? (
          <Button look="filled" size="big" onClick={onAnswerFirst}>
            {t('start.answer_first', { count: open })}
          </Button>
        ) : (
          <MainAct
            counts={counts}
            isChecking={check.isPending}
            isStarting={run.isPending}
            onCheck={() => check.mutate(input)}
            onRun={() => run.mutate(input)}
          />
        )}
        {counts && counts.rejected > 0 && <ErrorFile view={view} count={counts.rejected} />}
      </div>
      {problem && <ProblemNote problem={problem} kept={t('prepare.nothing_written')} />}
      <p className={styles.after}>{t('start.promise')}</p>
    </>
  );
}

interface MainActProps {
  /** Undefined before the dry run. */
  counts: ImportView['counts'] | undefined;
  isChecking: boolean;
  isStarting: boolean;
  onCheck: () => void;
  onRun: () => void;
}

function MainAct({ counts, isChecking, isStarting, onCheck, onRun }: MainActProps) {
  const t = useMessages('inventory');
  if (!counts) {
    return (
      <Button look="filled" size="big" busy={isChecking} onClick={onCheck}>
        {t('start.check')}
      </Button>
    );
  }
  return (
    <>
      <RunButton counts={counts} busy={isStarting} onRun={onRun} />
      <Button look="bare" busy={isChecking} onClick={onCheck}>
        {t('start.check_again')}
      </Button>
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

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { Growing } from '#ground/ui/Growing.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import textStyles from '#ground/ui/text.module.css';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { cancelRun, pauseRun, startRun } from '../../contract.ts';
import type { ImportView } from '../../schema.ts';
import { CountBar } from './CountBar.tsx';
import styles from './import-page.module.css';
import { minutesLeft } from './import-stage.ts';
import { useImportAct } from './use-import.ts';

/** While something runs: the line that grows, the numbers, and the ways to stop it. It can be left at any time. */
export function WorkView({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const hasCounts = view.state === 'running' || view.state === 'paused';
  return (
    <div className={classes(styles.work, !hasCounts && styles.alone)}>
      <div className={styles.main}>
        <div className={styles.center}>
          <h1>{t(`work.title.${view.state}`, { file: view.fileName })}</h1>
          <p className={styles.lede}>{t(`work.lede.${view.state}`)}</p>
          <div className={styles.grow}>
            <Growing
              label={t(`work.title.${view.state}`, { file: view.fileName })}
              done={view.rowsRead}
              total={view.rowTotal ?? 0}
              state={view.state === 'paused' ? 'paused' : 'running'}
            >
              <WorkNumbers view={view} />
            </Growing>
          </div>
          <WorkActs view={view} />
          <Announced view={view} />
        </div>
      </div>
      {hasCounts && (
        <aside className={styles.aside} aria-label={t('work.aside')}>
          <h2 className={styles.head}>{t('work.so_far')}</h2>
          <CountBar counts={view.counts} tense="past" />
        </aside>
      )}
    </div>
  );
}

function WorkNumbers({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const done = formats.number(view.rowsRead);
  const minutes = view.state === 'running' ? minutesLeft(view) : undefined;
  return (
    <>
      <b className={styles.numbers}>
        {view.rowTotal === null
          ? t('work.read', { done })
          : t(`work.numbers.${view.state}`, { done, total: formats.number(view.rowTotal) })}
      </b>{' '}
      {minutes !== undefined && t('work.minutes', { count: minutes })}{' '}
      {view.state !== 'paused' && <span className={styles.quiet}>{t('work.may_go_on')}</span>}
    </>
  );
}

function WorkActs({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const input = { params: { importId: view.id } };
  const pause = useImportAct(pauseRun);
  const resume = useImportAct(startRun);
  const cancel = useImportAct(cancelRun, ({ rowsRead }) =>
    showToast({ message: t('work.cancelled', { count: rowsRead }) }),
  );
  const problem = pause.error ?? resume.error ?? cancel.error;
  if (view.state !== 'running' && view.state !== 'paused') return null;
  return (
    <>
      <div className={styles.workActs}>
        {view.state === 'running' ? (
          <Button busy={pause.isPending} onClick={() => pause.mutate(input)}>
            {t('work.pause')}
          </Button>
        ) : (
          <Button look="filled" busy={resume.isPending} onClick={() => resume.mutate(input)}>
            {t('work.resume')}
          </Button>
        )}
        <Button look="bare" busy={cancel.isPending} onClick={() => cancel.mutate(input)}>
          {t('work.cancel')}
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} kept={t('work.kept')} />}
    </>
  );
}

/** Screen readers hear every tenth of the way, not every step. */
function Announced({ view: { rowsRead, rowTotal } }: { view: ImportView }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const tenths = rowTotal ? Math.floor((rowsRead / rowTotal) * 10) : 0;
  return (
    <output className={textStyles.hiddenText}>
      {tenths > 0 && t('work.announced', { share: formats.percent(tenths / 10) })}
    </output>
  );
}

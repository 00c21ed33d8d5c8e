import { useMessages } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import type { Warning } from '../../../schema-writing.ts';
import { useWarningPlace, useWarningWords } from '../../shared/use-warning-words.ts';
import { useEditing } from '../editing.ts';
import { placeIdOf } from '../use-block-acts.ts';
import styles from './panels.module.css';

/** What should be mended before the letter goes out. Each finding leads to its block. */
export function WarningsPanel({ warnings, problem }: { warnings: readonly Warning[] | undefined; problem: unknown }) {
  const t = useMessages('campaigns');
  if (!warnings) return problem ? <ProblemNote problem={problem} /> : <SkeletonRows rows={4} />;
  if (warnings.length === 0) return <p className={styles.quiet}>{t('editor.warnings.none')}</p>;
  return (
    <>
      <Findings title={t('editor.warnings.stop')} warnings={warnings.filter(({ weight }) => weight === 'stop')} />
      <Findings title={t('editor.warnings.look')} warnings={warnings.filter(({ weight }) => weight === 'look')} />
    </>
  );
}

function Findings({ title, warnings }: { title: string; warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {warnings.map((warning) => (
          <Finding key={JSON.stringify(warning)} warning={warning} />
        ))}
      </ul>
    </section>
  );
}

function Finding({ warning }: { warning: Warning }) {
  const { weight, blockId } = warning;
  const { letter } = useEditing();
  const words = useWarningWords();
  const where = useWarningPlace()(warning, letter);
  return (
    <li className={styles.finding} data-weight={weight}>
      <button type="button" onClick={() => jumpTo(blockId)}>
        <span>{words(warning)}</span>
        {where && <span className={styles.where}>{where}</span>}
      </button>
    </li>
  );
}

function jumpTo(blockId: string | null) {
  const place = document.getElementById(blockId === null ? 'letter-head' : placeIdOf(blockId));
  place?.scrollIntoView({ block: 'center' });
  (blockId === null ? place?.querySelector<HTMLElement>('[role="textbox"], textarea') : place)?.focus();
}

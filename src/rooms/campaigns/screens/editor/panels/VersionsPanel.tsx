import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Quoted } from '#ground/ui/Said.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { listVersionsRoute, restoreVersionRoute } from '../../../contract-writing.ts';
import { useEditing } from '../editing.ts';
import { useFieldWords } from '../use-field-words.ts';
import type { LetterAtWork } from '../use-letter.ts';
import { plainOf } from '../words.ts';
import styles from './panels.module.css';

interface VersionsPanelProps {
  campaignId: string;
  work: LetterAtWork;
}
type Version = ClientAnswer<typeof listVersionsRoute>['items'][number];

/** How the letter was before. An earlier version is gone on with; nothing is lost by it. */
export function VersionsPanel({ campaignId, work }: VersionsPanelProps) {
  const t = useMessages('campaigns');
  const cache = useQueryClient();
  const { data, error, refetch } = useRead(listVersionsRoute, { params: { campaignId } });
  const restore = useAct(restoreVersionRoute, {
    onDone: (restored, { params: { number } }) => {
      work.adopt(restored);
      showToast({ message: t('editor.versions.restored', { number }) });
      void cache.invalidateQueries({ queryKey: keyOf(listVersionsRoute) });
    },
  });
  const goBackTo = async (number: number) => {
    await work.saveNow();
    restore.mutate({ params: { campaignId, number } });
  };
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  return (
    <>
      {restore.error && <ProblemNote problem={restore.error} />}
      <ol className={styles.versions}>
        {data.items.map((version) => (
          <VersionLine
            key={version.number}
            version={version}
            isBusy={restore.isPending}
            onRestore={() => void goBackTo(version.number)}
          />
        ))}
      </ol>
    </>
  );
}

interface VersionLineProps {
  version: Version;
  isBusy: boolean;
  onRestore: () => void;
}

function VersionLine({ version: { number, by, at, state, subject, note }, isBusy, onRestore }: VersionLineProps) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const wordOf = useFieldWords();
  const { mayWrite } = useEditing();
  const words = plainOf(subject.de ?? subject.en ?? [], wordOf);
  return (
    <li className={styles.version}>
      <div>
        <b>{t('editor.versions.number', { number })}</b>{' '}
        <span className={styles.quiet}>{t(`editor.versions.state.${state}`)}</span>
        <p className={styles.quiet}>
          <time dateTime={at} title={formats.dateTime(at)}>
            {formats.relative(at)}
          </time>
          {by && `, ${by.name}`}
        </p>
        {words !== '' && <Quoted words={words} />}
        {note && <p className={styles.quiet}>{note}</p>}
      </div>
      {mayWrite && state !== 'at_work' && (
        <Button busy={isBusy} onClick={onRestore}>
          {t('editor.versions.restore')}
        </Button>
      )}
    </li>
  );
}

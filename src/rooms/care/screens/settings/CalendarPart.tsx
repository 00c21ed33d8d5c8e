import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { endCalendarFeed, makeCalendarFeed, readCalendarFeed } from '../../contract-calendar.ts';
import styles from './settings.module.css';

/** A private address for the own calendar. It is shown once; a new one ends the old. */
export function CalendarPart() {
  const t = useMessages('care');
  const [url, setUrl] = useState<string>();
  const { data, error } = useRead(readCalendarFeed, {});
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t('settings.feed_help')}</p>
      {error && <ProblemNote problem={error} />}
      {url ? <FeedAddress url={url} /> : data?.createdAt && <Since createdAt={data.createdAt} />}
      <FeedActs exists={data?.exists ?? false} onUrl={setUrl} />
    </div>
  );
}

function Since({ createdAt }: { createdAt: string }) {
  const t = useMessages('care');
  const formats = useFormats();
  return <p>{t('settings.feed_since', { date: formats.dateLong(createdAt) })}</p>;
}

function FeedActs({ exists, onUrl }: { exists: boolean; onUrl: (url: string | undefined) => void }) {
  const t = useMessages('care');
  const make = useAct(makeCalendarFeed, { stale: [readCalendarFeed], onDone: ({ url }) => onUrl(url) });
  const end = useAct(endCalendarFeed, {
    stale: [readCalendarFeed],
    onDone: () => {
      onUrl(undefined);
      showToast({ message: t('settings.feed_ended') });
    },
  });
  const problem = make.error ?? end.error;
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <div className={styles.acts}>
        <Button busy={make.isPending} onClick={() => make.mutate({})}>
          {t(exists ? 'settings.feed_renew' : 'settings.feed_make')}
        </Button>
        {exists && (
          <Button busy={end.isPending} onClick={() => end.mutate({})}>
            {t('settings.feed_end')}
          </Button>
        )}
      </div>
    </>
  );
}

function FeedAddress({ url }: { url: string }) {
  const t = useMessages('care');
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    showToast({ message: t('settings.copied') });
  };
  return (
    <div className={styles.address}>
      <TextField
        label={t('settings.feed_address')}
        help={t('settings.feed_once')}
        readOnly
        value={url}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={() => void copy()}>{t('settings.copy')}</Button>
    </div>
  );
}

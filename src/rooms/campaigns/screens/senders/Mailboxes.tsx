import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listMailboxesRoute, listSendersRoute, readMailRoute, removeMailboxRoute } from '../../contract-sending.ts';
import type { MailboxCard } from '../../schema-sending.ts';
import partStyles from '../shared/parts.module.css';
import { MailboxForm } from './MailboxForm.tsx';
import styles from './senders.module.css';

/** Where bounces, complaints and replies arrive, and whether they are read. */
export function Mailboxes() {
  const t = useMessages('campaigns');
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useRead(listMailboxesRoute, {});
  return (
    <Section title={t('mailbox.title')}>
      <p className={partStyles.quiet}>{t('mailbox.help')}</p>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <ul className={partStyles.table}>
        {data?.mailboxes.map((mailbox) => (
          <MailboxLine key={mailbox.id} mailbox={mailbox} />
        ))}
      </ul>
      {isOpen ? (
        <MailboxForm onLeave={() => setOpen(false)} />
      ) : (
        <div className={partStyles.acts}>
          <Button onClick={() => setOpen(true)}>{t('mailbox.add')}</Button>
          {data && data.mailboxes.length > 0 && <ReadNow />}
        </div>
      )}
    </Section>
  );
}

function ReadNow() {
  const t = useMessages('campaigns');
  const read = useAct(readMailRoute, {
    stale: [listMailboxesRoute],
    onDone: () => showToast({ message: t('mailbox.reading') }),
  });
  return (
    <>
      <Button look="bare" busy={read.isPending} onClick={() => read.mutate({})}>
        {t('mailbox.read_now')}
      </Button>
      {read.error && <ProblemNote problem={read.error} />}
    </>
  );
}

function MailboxLine({ mailbox: { id, name, folder, readAt, errorCode } }: { mailbox: MailboxCard }) {
  const t = useMessages('campaigns');
  const has = useHasMessage();
  const formats = useFormats();
  const remove = useAct(removeMailboxRoute, {
    stale: [listMailboxesRoute, listSendersRoute],
    onDone: () => showToast({ message: t('mailbox.removed', { name }) }),
  });
  const trouble = (code: string) =>
    t(has('campaigns', `mailbox.error.${code}`) ? `mailbox.error.${code}` : 'mailbox.error.unreachable');
  return (
    <li className={styles.mailbox}>
      <span>
        <span className={styles.mailboxName}>{name}</span> <span className={partStyles.note}>{folder}</span>
      </span>
      <span>
        {errorCode && <span className={styles.trouble}>{trouble(errorCode)} </span>}
        {readAt ? t('mailbox.read', { at: formats.dateTime(readAt) }) : !errorCode && t('mailbox.never_read')}
      </span>
      <Button
        look="bare"
        busy={remove.isPending}
        aria-label={t('mailbox.remove_named', { name })}
        onClick={() => remove.mutate({ params: { mailboxId: id } })}
      >
        {t('mailbox.remove')}
      </Button>
      {remove.error && <ProblemNote problem={remove.error} />}
    </li>
  );
}

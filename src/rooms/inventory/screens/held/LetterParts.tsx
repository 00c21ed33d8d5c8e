import type { ClientAnswer } from '#ground/http/contract.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Said } from '#ground/ui/Said.tsx';
import type { inviteHeld } from '../../contract.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './invite-dialog.module.css';

interface LetterPartsProps {
  letter: ClientAnswer<typeof inviteHeld>;
  email: string;
  language: string;
}

/** What became of the invitation: on its way, or here to be sent by hand. */
export function LetterParts({ letter, email, language }: LetterPartsProps) {
  const t = useMessages('inventory');
  const { delivery, subject, body, link } = letter;
  return (
    <>
      <p>{t(delivery === 'mail' ? 'invite.mailed' : 'invite.by_hand', { email })}</p>
      <LetterWords letter={letter} language={language} />
      {link !== null && (
        <div className={styles.copies}>
          <CopyButton text={`${subject}\n\n${body}`}>{t('invite.copy_letter')}</CopyButton>
          <CopyButton text={link}>{t('invite.copy_link')}</CopyButton>
        </div>
      )}
    </>
  );
}

interface LetterWordsProps {
  letter: { subject: string; body: string; link?: string | null };
  language: string;
}

export function LetterWords({ letter, language }: LetterWordsProps) {
  const t = useMessages('inventory');
  return (
    <dl className={styles.letter}>
      <dt>{t('invite.subject')}</dt>
      <dd lang={language}>{letter.subject}</dd>
      <dt>{t('invite.body')}</dt>
      <dd className={styles.body}>
        <Said lang={language}>{letter.body}</Said>
      </dd>
      {letter.link && (
        <>
          <dt>{t('invite.link')}</dt>
          <dd className={styles.link}>{letter.link}</dd>
        </>
      )}
    </dl>
  );
}

import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { listConsentTexts } from '#rooms/consent/contract.ts';
import { inviteHeld, listHeld } from '../../contract.ts';
import type { HeldPerson } from '../../schema.ts';
import { type LegalSegment, purposeOf } from '../importing/basis-options.ts';
import { ConsentTextChoice } from '../importing/ConsentTextChoice.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './invite-dialog.module.css';

type Letter = ClientAnswer<typeof inviteHeld>;

/** The one invitation: choose the text, get the letter, send it by hand. */
export function InviteDialog({ person, onClose }: { person: HeldPerson; onClose: () => void }) {
  const t = useMessages('inventory');
  const [textId, setTextId] = useState('');
  const [language, setLanguage] = useState<'de' | 'en'>('de');
  const texts = useRead(listConsentTexts, {});
  const act = useAct(inviteHeld, { stale: [listHeld] });
  const letter = act.data;
  return (
    <Dialog
      open
      width="wide"
      onClose={onClose}
      title={t(letter ? 'invite.letter_title' : 'invite.question', { name: person.name })}
      answers={
        letter ? (
          <Button onClick={onClose}>{t('invite.close')}</Button>
        ) : (
          <>
            <Button
              look="filled"
              busy={act.isPending}
              disabled={textId === ''}
              onClick={() => act.mutate({ params: { heldId: person.id }, body: { textId, language } })}
            >
              {t('invite.write')}
            </Button>
            <Button onClick={onClose}>{t('invite.not_now')}</Button>
          </>
        )
      }
    >
      {letter ? (
        <LetterParts letter={letter} person={person} language={language} />
      ) : (
        <>
          <InviteFacts person={person} />
          <ConsentTextChoice
            label={t('invite.which_text')}
            purpose={purposeOf(person.legalSegment as LegalSegment)}
            texts={texts.data?.items ?? []}
            value={textId}
            onChoose={setTextId}
            problem={texts.error}
          />
          <SelectField
            label={t('invite.language')}
            value={language}
            options={(['de', 'en'] as const).map((value) => ({ value, label: t(`word.language.${value}`) }))}
            onChoose={(value) => setLanguage(value === 'en' ? 'en' : 'de')}
          />
        </>
      )}
      {act.error && <ProblemNote problem={act.error} />}
    </Dialog>
  );
}

function InviteFacts({ person }: { person: HeldPerson }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  return <p>{t('invite.once', { date: formats.dateLong(person.eraseOn) })}</p>;
}

function LetterParts({ letter, person, language }: { letter: Letter; person: HeldPerson; language: string }) {
  const t = useMessages('inventory');
  return (
    <>
      <p>{t('invite.by_hand', { email: person.email ?? '' })}</p>
      <dl className={styles.letter}>
        <dt>{t('invite.subject')}</dt>
        <dd lang={language}>{letter.subject}</dd>
        <dt>{t('invite.body')}</dt>
        <dd className={styles.body}>
          <Said lang={language}>{letter.body}</Said>
        </dd>
        <dt>{t('invite.link')}</dt>
        <dd className={styles.link}>{letter.link}</dd>
      </dl>
      <div className={styles.copies}>
        <CopyButton text={`${letter.subject}\n\n${letter.body}`}>{t('invite.copy_letter')}</CopyButton>
        <CopyButton text={letter.link}>{t('invite.copy_link')}</CopyButton>
      </div>
    </>
  );
}

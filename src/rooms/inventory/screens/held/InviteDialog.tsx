import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { listConsentTexts } from '#rooms/consent/contract.ts';
import { inviteHeld, listHeld, readHeldLetter } from '../../contract.ts';
import type { HeldPerson } from '../../schema.ts';
import { type LegalSegment, purposeOf } from '../importing/basis-options.ts';
import { ConsentTextChoice } from '../importing/ConsentTextChoice.tsx';
import { LetterParts, LetterWords } from './LetterParts.tsx';

type Delivery = 'mail' | 'by_hand';

interface InviteDialogProps {
  person: HeldPerson;
  sending: 'mail_or_by_hand' | 'by_hand';
  onClose: () => void;
}

/** The one invitation: choose the text, read the letter, then send it, or take it along and send it by hand. */
export function InviteDialog({ person, sending, onClose }: InviteDialogProps) {
  const t = useMessages('inventory');
  const [textId, setTextId] = useState('');
  const [language, setLanguage] = useState<'de' | 'en'>('de');
  const texts = useRead(listConsentTexts, {});
  const act = useAct(inviteHeld, { stale: [listHeld] });
  const letter = act.data;
  const invite = (delivery: Delivery) =>
    act.mutate({ params: { heldId: person.id }, body: { textId, language, delivery } });
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
            <WaysToSend
              sending={sending}
              state={act.isPending ? 'busy' : textId === '' ? 'no_text' : 'ready'}
              onSend={invite}
            />
            <Button look="bare" onClick={onClose}>
              {t('invite.not_now')}
            </Button>
          </>
        )
      }
    >
      {letter ? (
        <LetterParts letter={letter} email={person.email ?? ''} language={language} />
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
          <LetterToRead heldId={person.id} language={language} />
        </>
      )}
      {act.error && <ProblemNote problem={act.error} />}
    </Dialog>
  );
}

interface WaysToSendProps {
  sending: 'mail_or_by_hand' | 'by_hand';
  state: 'ready' | 'no_text' | 'busy';
  onSend: (delivery: Delivery) => void;
}

/** Two equal ways: neither is the proposed one. */
function WaysToSend({ sending, state, onSend }: WaysToSendProps) {
  const t = useMessages('inventory');
  const [pressed, setPressed] = useState<Delivery>();
  const press = (delivery: Delivery) => () => {
    setPressed(delivery);
    onSend(delivery);
  };
  if (sending === 'by_hand') {
    return (
      <Button look="filled" busy={state === 'busy'} disabled={state === 'no_text'} onClick={press('by_hand')}>
        {t('invite.write')}
      </Button>
    );
  }
  return (['mail', 'by_hand'] as const).map((delivery) => (
    <Button
      key={delivery}
      busy={state === 'busy' && pressed === delivery}
      disabled={state === 'no_text' || (state === 'busy' && pressed !== delivery)}
      onClick={press(delivery)}
    >
      {t(delivery === 'mail' ? 'invite.send' : 'invite.send_by_hand')}
    </Button>
  ));
}

/** Nothing goes out in somebody's name that they have not read. */
function LetterToRead({ heldId, language }: { heldId: string; language: 'de' | 'en' }) {
  const t = useMessages('inventory');
  const letter = useRead(readHeldLetter, { params: { heldId }, query: { language } });
  if (letter.error) return <ProblemNote problem={letter.error} onRetry={() => void letter.refetch()} />;
  if (!letter.data) return null;
  return (
    <>
      <p>{t('invite.letter')}</p>
      <LetterWords letter={letter.data} language={language} />
    </>
  );
}

function InviteFacts({ person }: { person: HeldPerson }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  return <p>{t('invite.once', { date: formats.dateLong(person.eraseOn) })}</p>;
}

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { MistakeSummary } from '#ground/ui/Form.tsx';
import formStyles from '#ground/ui/form.module.css';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import {
  beginningOf,
  type DraftMistake,
  dropLetter,
  keepLetter,
  keptLetter,
  letterMistakes,
  placeToWrite,
} from './letter-draft.ts';
import styles from './personal.module.css';
import type { Addressee, LetterStart } from './types.ts';
import { usePosting } from './use-posting.ts';

interface ComposerProps {
  addressee: Addressee;
  start: LetterStart;
}

/** Subject and words; Ctrl Enter sends, and for ten seconds it can be taken back. */
export function Composer({ addressee, start }: ComposerProps) {
  const t = useMessages('campaigns');
  const base = useId();
  const { talentId } = addressee;
  const beginning = beginningOf(start);
  const [draft, setDraft] = useState(() => keptLetter(talentId) ?? beginning);
  const [mistakes, setMistakes] = useState<readonly DraftMistake[]>([]);
  const text = usePlaceToWrite(placeToWrite(draft));
  const post = usePosting(addressee);
  const write = (change: Partial<typeof draft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    keepLetter(talentId, next);
  };
  const send = () => {
    const found = letterMistakes(draft, beginning);
    setMistakes(found);
    if (found.length === 0) post(draft);
  };
  const startAgain = () => {
    dropLetter(talentId);
    setDraft(beginning);
  };
  const errorOf = (mistake: DraftMistake) =>
    mistakes.includes(mistake) ? t(`personalPage.mistake.${mistake}`) : undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl Enter for the whole form
    <form
      noValidate
      className={styles.letter}
      aria-label={t('personalPage.title', { name: addressee.name })}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => isSendKey(event) && send()}
    >
      {mistakes.length > 0 && (
        <MistakeSummary
          key={mistakes.join()}
          mistakes={mistakes.map((mistake) => ({
            fieldId: `${base}-${mistake}`,
            message: t(`personalPage.mistake.${mistake}`),
          }))}
        />
      )}
      <TextField
        id={`${base}-subject`}
        label={t('personalPage.subject')}
        error={errorOf('subject')}
        lang={start.language}
        maxLength={200}
        value={draft.subject}
        onChange={(event) => write({ subject: event.target.value })}
      />
      <div className={styles.text}>
        <TextArea
          ref={text}
          id={`${base}-text`}
          label={t('personalPage.text')}
          help={start.noticeNeeded ? t('personalPage.notice') : undefined}
          error={errorOf('text')}
          lang={start.language}
          voice="human"
          maxLength={20_000}
          value={draft.text}
          onChange={(event) => write({ text: event.target.value })}
        />
      </div>
      <p className={styles.note}>{t('personalPage.kept')}</p>
      <div className={formStyles.actions}>
        <Button type="submit" look="filled" keys="mod+enter">
          {t('personalPage.send')}
        </Button>
        {draft.text !== beginning.text && (
          <Button look="bare" onClick={startAgain}>
            {t('personalPage.start_again')}
          </Button>
        )}
      </div>
    </form>
  );
}

function isSendKey(event: KeyboardEvent): boolean {
  const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (isSend) event.preventDefault();
  return isSend;
}

/** One begins to write at once, below the greeting. */
function usePlaceToWrite(at: number) {
  const field = useRef<HTMLTextAreaElement>(null);
  const first = useRef(at);
  useEffect(() => {
    field.current?.setSelectionRange(first.current, first.current);
  }, []);
  return field;
}

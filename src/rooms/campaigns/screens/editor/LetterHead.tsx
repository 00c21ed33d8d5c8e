import { useMessages } from '#ground/i18n/use-messages.ts';
import { Columns } from './Columns.tsx';
import { useEditing } from './editing.ts';
import styles from './editor.module.css';
import { FormChoice } from './FormChoice.tsx';
import { PlainField } from './PlainField.tsx';
import { useBlockActs } from './use-block-acts.ts';
import { LineIn } from './WordsIn.tsx';
import { lineIsWritten, withPlain } from './words.ts';
import type { LetterLanguage } from '../../types.ts';
import { LETTER_LANGUAGES } from '../../types.ts';

/** What stands in the list of letters: the subject, and what mail programs show behind it. */
export function LetterHead() {
  const t = useMessages('campaigns');
  const { letter, edit, languages, active } = useEditing();
  const acts = useBlockActs();
  const { subject, preheader } = letter;
  const isMissing = (language: LetterLanguage) =>
    !lineIsWritten(subject[language]?.formal) &&
    LETTER_LANGUAGES.some((other) => lineIsWritten(subject[other]?.formal));
  const hasInformal = subject.de?.informal !== undefined;
  const isWritten = active?.startsWith('subject ') ?? false;
  return (
    <section className={styles.letterHead} aria-label={t('editor.head')} id="letter-head">
      <Columns isMissing={isMissing}>
        {(language) => (
          <>
            <LineIn
              ownerId="subject"
              language={language}
              label={t('editor.label.subject')}
              placeholder={t('editor.placeholder.subject')}
              className={styles.subject}
              all={subject}
              onChange={(words) => edit((now) => ({ ...now, subject: words }), `subject ${language}`)}
              onEnter={() => acts.focus(letter.blocks[0]?.id)}
            />
            <PlainField
              label={t('editor.label.preheader')}
              placeholder={t('editor.placeholder.preheader')}
              lang={language}
              maxLength={200}
              className={styles.preheader}
              value={preheader[language]}
              onChange={(words) =>
                edit(
                  (now) => ({ ...now, preheader: withPlain(now.preheader, language, words) }),
                  `preheader ${language}`,
                )
              }
            />
          </>
        )}
      </Columns>
      {languages.includes('de') && isWritten && <FormChoice ownerId="subject" hasInformal={hasInformal} />}
    </section>
  );
}

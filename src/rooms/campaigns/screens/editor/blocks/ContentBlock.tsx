import { useDeferredValue, useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { listContents, readContent } from '#rooms/content/contract.ts';
import type { LetterLanguage } from '../../../types.ts';
import { Columns } from '../Columns.tsx';
import { type BlockOf, useBlockEdit, useEditing } from '../editing.ts';
import styles from '../editor.module.css';
import { missingOf } from '../is-missing.ts';
import { PlainField } from '../PlainField.tsx';
import { withPlain } from '../words.ts';

interface PartProps {
  block: BlockOf<'content'>;
  language: LetterLanguage;
}

/** Something from the library, with its own words unless others are written. */
export function ContentBlock({ block }: { block: BlockOf<'content'> }) {
  return (
    <Columns isMissing={missingOf(block)}>
      {(language) =>
        block.contentId[language] ? (
          <ChosenContent block={block} language={language} contentId={block.contentId[language]} />
        ) : (
          <ContentSearch block={block} language={language} />
        )
      }
    </Columns>
  );
}

function ChosenContent({ block, language, contentId }: PartProps & { contentId: string }) {
  const t = useMessages('campaigns');
  const { mayWrite, current } = useEditing();
  const change = useBlockEdit(block);
  const { data, error } = useRead(readContent, { params: { contentId } });
  const release = () => change({ contentId: { ...block.contentId, [language]: undefined } });
  return (
    <>
      {error && <ProblemNote problem={error} />}
      {!data && !error && <SkeletonBar />}
      {data && (
        <>
          <ContentLine block={block} language={language} part="title" own={data.title} />
          <ContentLine block={block} language={language} part="summary" own={data.summary} />
          <ContentLine block={block} language={language} part="action" own={t('editor.content.action')} />
        </>
      )}
      {mayWrite && current === block.id && (
        <Button look="bare" className={styles.formAct} onClick={release}>
          {t('editor.content.other')}
        </Button>
      )}
    </>
  );
}

const LONGEST = { title: 160, summary: 600, action: 60 };

/** Empty: the content's own words, which may change until the letter goes out. */
function ContentLine({ block, language, part, own }: PartProps & { part: keyof typeof LONGEST; own: string }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const className = { title: styles.contentTitle, summary: styles.text, action: styles.contentAction }[part];
  return (
    <PlainField
      label={t(`editor.label.content_${part}`)}
      placeholder={own}
      lang={language}
      maxLength={LONGEST[part]}
      className={`${className} ${styles.ownWords}`}
      value={block[part]?.[language]}
      onChange={(words) => change({ [part]: withPlain(block[part], language, words) }, `${part} ${language}`)}
    />
  );
}

function ContentSearch({ block, language }: PartProps) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { mayWrite } = useEditing();
  const change = useBlockEdit(block);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, error } = useRead(listContents, { query: { language, search } }, { enabled: mayWrite });
  if (!mayWrite) return <p className={styles.quiet}>{t('editor.content.none')}</p>;
  return (
    <div className={styles.contentSearch}>
      <TextField
        type="search"
        label={t('editor.content.search')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {error && <ProblemNote problem={error} />}
      {data?.items.length === 0 && <p className={styles.quiet}>{t('editor.content.nothing')}</p>}
      <ul aria-label={t('editor.content.search')}>
        {data?.items.slice(0, 8).map(({ id, title, kind, onDate }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.contentHit}
              onClick={() => change({ contentId: { ...block.contentId, [language]: id } })}
            >
              <span>{title}</span>
              <span className={styles.quiet}>
                {[t(`editor.content.kind.${kind}`), onDate && formats.dateShort(onDate)].filter(Boolean).join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { useMessages } from '#ground/i18n/use-messages.ts';
import { Columns } from '../Columns.tsx';
import { type BlockOf, useBlockEdit, useEditing } from '../editing.ts';
import styles from '../editor.module.css';
import { LinkField } from '../LinkField.tsx';
import { useBlockActs } from '../use-block-acts.ts';
import { missingOf } from '../is-missing.ts';
import { LineIn, TextIn } from '../WordsIn.tsx';

export function HeadingBlock({ block }: { block: BlockOf<'heading'> }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const acts = useBlockActs();
  return (
    <Columns isMissing={missingOf(block)}>
      {(language) => (
        <LineIn
          ownerId={block.id}
          language={language}
          label={t('editor.label.heading')}
          placeholder={t('editor.placeholder.heading')}
          className={styles.heading}
          all={block.words}
          onChange={(words) => change({ words }, language)}
          onEnter={() => acts.add('text', block.id)}
          onSlash={() => acts.openMenu(block.id)}
          onLeave={() => acts.focus(block.id)}
        />
      )}
    </Columns>
  );
}

export function TextBlock({ block }: { block: BlockOf<'text'> }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const acts = useBlockActs();
  return (
    <Columns isMissing={missingOf(block)}>
      {(language) => (
        <TextIn
          ownerId={block.id}
          language={language}
          label={t('editor.label.text')}
          placeholder={t('editor.placeholder.text')}
          className={styles.text}
          all={block.words}
          onChange={(words) => change({ words }, language)}
          onSlash={() => acts.openMenu(block.id)}
          onLeave={() => acts.focus(block.id)}
        />
      )}
    </Columns>
  );
}

export function ButtonBlock({ block }: { block: BlockOf<'button'> }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const acts = useBlockActs();
  const { current, mayWrite } = useEditing();
  return (
    <Columns isMissing={missingOf(block)}>
      {(language) => (
        <>
          <LineIn
            ownerId={block.id}
            language={language}
            label={t('editor.label.button')}
            placeholder={t('editor.placeholder.button')}
            className={styles.button}
            all={block.words}
            onChange={(words) => change({ words }, language)}
            onEnter={() => acts.add('text', block.id)}
            onLeave={() => acts.focus(block.id)}
          />
          {current === block.id || !block.link[language] ? (
            <LinkField
              label={t('editor.link.to')}
              disabled={!mayWrite}
              value={block.link[language]}
              onSet={(link) => change({ link: { ...block.link, [language]: link } })}
            />
          ) : (
            <p className={styles.quiet}>{block.link[language]}</p>
          )}
        </>
      )}
    </Columns>
  );
}

import { useMessages } from '#ground/i18n/use-messages.ts';
import { Columns } from '../Columns.tsx';
import { type BlockOf, useBlockEdit, useEditing } from '../editing.ts';
import styles from '../editor.module.css';
import { LinkField } from '../LinkField.tsx';
import { missingOf } from '../is-missing.ts';
import { BlockLine, BlockText } from './BlockWords.tsx';

export function HeadingBlock({ block }: { block: BlockOf<'heading'> }) {
  return (
    <Columns isMissing={missingOf(block)}>{(language) => <BlockLine block={block} language={language} />}</Columns>
  );
}

export function TextBlock({ block }: { block: BlockOf<'text'> }) {
  return (
    <Columns isMissing={missingOf(block)}>{(language) => <BlockText block={block} language={language} />}</Columns>
  );
}

export function ButtonBlock({ block }: { block: BlockOf<'button'> }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const { current, mayWrite } = useEditing();
  return (
    <Columns isMissing={missingOf(block)}>
      {(language) => (
        <>
          <BlockLine block={block} language={language} />
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

import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Block } from '../../schema-letter.ts';
import styles from './block.module.css';
import { Columns } from './Columns.tsx';
import { useBlockEdit, useEditing } from './editing.ts';
import { PlainField } from './PlainField.tsx';
import { withPlain } from './words.ts';

/** The small line above a block that says why one reads it. Asked for where not everybody does. */
export function Eyebrow({ block }: { block: Block }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit<Block>(block);
  const { current, mayWrite } = useEditing();
  const isWritten = Boolean(block.eyebrow?.de ?? block.eyebrow?.en);
  const isAsked = mayWrite && current === block.id && block.rule !== undefined;
  if (!isWritten && !isAsked) return null;
  return (
    <Columns headless>
      {(language) => (
        <PlainField
          label={t('editor.label.eyebrow')}
          placeholder={t('editor.placeholder.eyebrow')}
          lang={language}
          maxLength={80}
          className={styles.eyebrow}
          value={block.eyebrow?.[language]}
          onChange={(words) => change({ eyebrow: withPlain(block.eyebrow, language, words) }, `eyebrow ${language}`)}
        />
      )}
    </Columns>
  );
}

import { useMessages } from '#ground/i18n/use-messages.ts';
import type { LetterLanguage } from '../../../types.ts';
import { type BlockOf, useBlockEdit } from '../editing.ts';
import styles from '../editor.module.css';
import { useBlockActs } from '../use-block-acts.ts';
import { LineIn, TextIn } from '../WordsIn.tsx';

interface BlockLineProps {
  block: BlockOf<'heading'> | BlockOf<'button'>;
  language: LetterLanguage;
}

/** The one line of a heading or a button; Enter goes on with a text below. */
export function BlockLine({ block, language }: BlockLineProps) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const acts = useBlockActs();
  return (
    <LineIn
      ownerId={block.id}
      language={language}
      label={t(`editor.label.${block.kind}`)}
      placeholder={t(`editor.placeholder.${block.kind}`)}
      className={styles[block.kind]}
      all={block.words}
      onChange={(words) => change({ words }, language)}
      onEnter={() => acts.add('text', block.id)}
      {...(block.kind === 'heading' ? { onSlash: () => acts.openMenu(block.id) } : {})}
      onLeave={() => acts.focus(block.id)}
    />
  );
}

interface BlockTextProps {
  block: BlockOf<'text'> | BlockOf<'person'> | BlockOf<'role'>;
  language: LetterLanguage;
}

const NAMES = { text: 'text', person: 'person_words', role: 'role_words' } as const;

/** Paragraphs that belong to a block. */
export function BlockText({ block, language }: BlockTextProps) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const acts = useBlockActs();
  const name = NAMES[block.kind];
  return (
    <TextIn
      ownerId={block.id}
      language={language}
      label={t(`editor.label.${name}`)}
      placeholder={t(`editor.placeholder.${name}`)}
      className={styles.text}
      all={block.words}
      onChange={(words) => change({ words }, language)}
      {...(block.kind === 'text' ? { onSlash: () => acts.openMenu(block.id) } : {})}
      onLeave={() => acts.focus(block.id)}
    />
  );
}

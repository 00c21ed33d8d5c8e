import type { Block, Letter } from '../../schema-letter.ts';
import type { LetterLanguage } from '../../types.ts';
import { LineWords, RichWords } from '../editor/Runs.tsx';
import { pictureAddress } from '../editor/use-pictures.ts';
import styles from './miniature.module.css';

/** The first page of a letter with its real words, drawn small. */
export function Miniature({ letter, language }: { letter: Letter; language: LetterLanguage }) {
  return (
    <span className={styles.page} lang={language}>
      <span className={styles.bar} />
      {letter.blocks.map((block) => (
        <Small key={block.id} block={block} language={language} />
      ))}
    </span>
  );
}

interface SmallProps {
  block: Block;
  language: LetterLanguage;
}

function Small({ block, language }: SmallProps) {
  const eyebrow = block.eyebrow?.[language];
  return (
    <span className={styles.block} data-kind={block.kind}>
      {eyebrow && <span className={styles.eyebrow}>{eyebrow}</span>}
      <Inside block={block} language={language} />
    </span>
  );
}

// oxlint-disable-next-line complexity -- one drawing for each kind of block
function Inside({ block, language }: SmallProps) {
  switch (block.kind) {
    case 'heading':
    case 'button':
      return <LineWords line={block.words[language]?.formal ?? []} />;
    case 'text':
      return <RichWords text={block.words[language]?.formal ?? []} />;
    case 'picture':
      return block.pictureId ? <img src={pictureAddress(block.pictureId)} alt="" /> : <span className={styles.blank} />;
    case 'content':
      return <b>{block.title?.[language] ?? ''}</b>;
    case 'person':
      return (
        <>
          <b>{block.name}</b>
          <RichWords text={block.words[language]?.formal ?? []} />
        </>
      );
    case 'role':
      return (
        <>
          <b>{block.title[language] ?? ''}</b>
          <RichWords text={block.words[language]?.formal ?? []} />
        </>
      );
    default:
      return null;
  }
}

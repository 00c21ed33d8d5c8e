import type { Block } from '../../../schema-letter.ts';
import styles from '../editor.module.css';
import { ContentBlock } from './ContentBlock.tsx';
import { PersonBlock } from './PersonBlock.tsx';
import { PictureBlock } from './PictureBlock.tsx';
import { RoleBlock } from './RoleBlock.tsx';
import { ButtonBlock, HeadingBlock, TextBlock } from './WordBlocks.tsx';

/** A block as it will look in the letter, written where it stands. */
export function BlockBody({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <HeadingBlock block={block} />;
    case 'text':
      return <TextBlock block={block} />;
    case 'picture':
      return <PictureBlock block={block} />;
    case 'button':
      return <ButtonBlock block={block} />;
    case 'content':
      return <ContentBlock block={block} />;
    case 'person':
      return <PersonBlock block={block} />;
    case 'role':
      return <RoleBlock block={block} />;
    default:
      return <hr className={styles.divider} />;
  }
}

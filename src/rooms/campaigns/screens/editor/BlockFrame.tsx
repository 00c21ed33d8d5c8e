import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import type { Block } from '../../schema-letter.ts';
import { BlockBody } from './blocks/BlockBody.tsx';
import styles from './block.module.css';
import { BlockFoot } from './BlockFoot.tsx';
import { BlockHandle } from './BlockHandle.tsx';
import { BlockMenu } from './BlockMenu.tsx';
import { useEditing } from './editing.ts';
import { Eyebrow } from './Eyebrow.tsx';
import { placeIdOf, useBlockActs } from './use-block-acts.ts';
import { useBlockDrag } from './use-block-drag.ts';
import { pictureIn, useTakePicture } from './use-pictures.ts';

interface BlockFrameProps {
  block: Block;
  /** Counted from 1. */
  place: number;
  /** The one that Tab reaches; arrows walk to the others. */
  isStop: boolean;
  onKey: (event: KeyboardEvent<HTMLElement>, block: Block) => void;
}

/** A block with its handle, what it says, who reads it, and the place behind it. */
export function BlockFrame({ block, place, isStop, onKey }: BlockFrameProps) {
  const { mayWrite, current, setCurrent, menuBehind } = useEditing();
  const element = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const { isDragged, edge } = useBlockDrag({ blockId: block.id, element, handle, mayWrite });
  const pictures = usePicturesBehind(block.id);
  const whenChosen = useChoosing(() => setCurrent(block.id));
  const label = useBlockLabel(block, place);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys act on the block that has the focus
    <li
      ref={element}
      id={placeIdOf(block.id)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- blocks are walked with the arrows
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      className={styles.block}
      data-current={current === block.id}
      data-dragged={isDragged}
      data-edge={edge}
      {...whenChosen}
      onKeyDown={(event) => event.target === event.currentTarget && onKey(event, block)}
      {...pictures.handlers}
    >
      {mayWrite && <BlockHandle block={block} place={place} handle={handle} />}
      <div className={styles.body}>
        <Eyebrow block={block} />
        <BlockBody block={block} />
        {pictures.problem !== undefined && <ProblemNote problem={pictures.problem} />}
        <BlockFoot block={block} />
      </div>
      {menuBehind === block.id && (
        <div className={styles.menuPlace}>
          <BlockMenu behind={block.id} />
        </div>
      )}
    </li>
  );
}

/** A chosen block shows more of itself. Pressed by the mouse it does so after the press, or what was aimed at would move away below it. */
function useChoosing(choose: () => void) {
  const isPressed = useRef(false);
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  const onPointerDown = () => {
    isPressed.current = true;
    const release = () => {
      isPressed.current = false;
      latest.current();
    };
    document.addEventListener('pointerup', () => setTimeout(release), { once: true });
  };
  return { onPointerDown, onFocus: () => !isPressed.current && choose() };
}

function useBlockLabel(block: Block, place: number): string {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { letter, reach } = useEditing();
  const readers = reach?.blocks.find(({ blockId }) => blockId === block.id)?.readers;
  const facts = { kind: t(`editor.kind.${block.kind}`), place, all: letter.blocks.length };
  return readers === undefined || reach === undefined
    ? t('editor.block', facts)
    : t('editor.block_read', { ...facts, readers: formats.number(readers), of: formats.number(reach.readers) });
}

/** A picture that is dropped or pasted onto another block stands behind it. */
function usePicturesBehind(blockId: string) {
  const { mayWrite } = useEditing();
  const acts = useBlockActs();
  const { take, problem } = useTakePicture((pictureId) => acts.addPicture(pictureId, blockId));
  const takeFrom = (event: ClipboardEvent | DragEvent, files: FileList) => {
    const file = mayWrite ? pictureIn(files) : undefined;
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    take(file);
  };
  return {
    problem,
    handlers: {
      onPaste: (event: ClipboardEvent) => takeFrom(event, event.clipboardData.files),
      onDrop: (event: DragEvent) => takeFrom(event, event.dataTransfer.files),
      onDragOver: (event: DragEvent) => {
        if (mayWrite && event.dataTransfer.types.includes('Files')) event.preventDefault();
      },
    },
  };
}

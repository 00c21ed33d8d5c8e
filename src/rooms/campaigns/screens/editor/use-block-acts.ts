import { useMessages } from '#ground/i18n/use-messages.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import type { Block } from '../../schema-letter.ts';
import type { BlockKind } from '../../types.ts';
import { useEditing } from './editing.ts';
import {
  copyOf,
  droppedBlock,
  emptyBlock,
  isFull,
  neighbourAfterRemoval,
  placeOf,
  steppedBlock,
  withBlock,
  withoutBlock,
} from './letter-blocks.ts';
import { fieldOf } from './use-forms.ts';

/** Where a block stands on the page. */
export const placeIdOf = (blockId: string): string => `block-${blockId}`;
const WORDS_FIRST: readonly BlockKind[] = ['heading', 'text', 'button'];
/** Below the last block, for the focus when none is left. */
export const ADD_PLACE = 'add-block';

/** What was changed in the same breath is drawn first; the next key already belongs to the new place. */
const focusPlace = (id: string) => queueMicrotask(() => document.getElementById(id)?.focus());

/** What can be done with blocks, each with the focus where the hand goes on. */
export function useBlockActs() {
  const t = useMessages('campaigns');
  const { letter, edit, setActive, openMenu, languages, say } = useEditing();
  const [language = 'de'] = languages;
  const focus = (blockId: string | undefined) => focusPlace(blockId === undefined ? ADD_PLACE : placeIdOf(blockId));
  /** @param behind null: before the first */
  const insert = (block: Block, behind: string | null) => {
    if (isFull(letter)) return say(t('editor.full'));
    edit((now) => withBlock(now, block, behind === null ? 0 : placeOf(now, behind) + 1));
    openMenu(undefined);
    say(t('editor.added', { kind: t(`editor.kind.${block.kind}`) }));
    return focusNew(block);
  };
  const focusNew = (block: Block) => {
    if (WORDS_FIRST.includes(block.kind)) setActive(fieldOf(block.id, language));
    else focus(block.id);
  };
  return {
    focus,
    openMenu,
    add: (kind: BlockKind, behind: string | null) => insert(emptyBlock(kind), behind),
    addPicture: (pictureId: string, behind: string | null) => {
      const block = emptyBlock('picture');
      if (block.kind === 'picture') insert({ ...block, pictureId }, behind);
    },
    copy: (block: Block) => insert(copyOf(block), block.id),
    step: (blockId: string, by: -1 | 1) => {
      edit((now) => steppedBlock(now, blockId, by));
      const all = letter.blocks.length;
      say(t('editor.moved', { place: Math.max(1, Math.min(all, placeOf(letter, blockId) + 1 + by)), all }));
      focus(blockId);
    },
    drop: (blockId: string, onto: { blockId: string; edge: 'above' | 'below' }) => {
      edit((now) => droppedBlock(now, blockId, onto));
      focus(blockId);
    },
    remove: (block: Block) => {
      const at = placeOf(letter, block.id);
      edit((now) => withoutBlock(now, block.id));
      showToast({
        message: t('editor.removed', { kind: t(`editor.kind.${block.kind}`) }),
        undo: () => {
          edit((now) => (placeOf(now, block.id) >= 0 ? now : withBlock(now, block, Math.min(at, now.blocks.length))));
          focus(block.id);
        },
      });
      focus(neighbourAfterRemoval(letter, block.id));
    },
  };
}

export type BlockActs = ReturnType<typeof useBlockActs>;

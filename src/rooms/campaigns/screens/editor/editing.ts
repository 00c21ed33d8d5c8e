import { createContext, use } from 'react';
import type { Block, Letter } from '../../schema-letter.ts';
import type { Reach } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';
import type { Edit } from './use-letter.ts';
import type { Form } from './words.ts';

/** What every part of the page may know and do. */
export interface Editing {
  campaignId: string;
  letter: Letter;
  mayWrite: boolean;
  edit: Edit;
  /** One language, or both beside each other. */
  languages: readonly LetterLanguage[];
  formOf: (blockId: string) => Form;
  setForm: (blockId: string, form: Form) => void;
  /** The field that is written in now. */
  active: string | undefined;
  setActive: (field: string | undefined) => void;
  reach: Reach | undefined;
  /** Block that has the focus, or had it last. */
  current: string | undefined;
  setCurrent: (blockId: string | undefined) => void;
  /** Opens the list of kinds behind a block; null: at the beginning. */
  menuBehind: string | null | undefined;
  openMenu: (blockId: string | null | undefined) => void;
  /** Opens who sees a block. */
  askRule: (blockId: string | undefined) => void;
  say: (sentence: string) => void;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) throw new Error('no letter: blocks stand inside the editor');
  return editing;
}

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** Changes one block; changes with the same key grow into one step. */
export function useBlockEdit<B extends Block>(block: B): (change: Partial<B>, key?: string) => void {
  const { edit } = useEditing();
  return (change, key) =>
    edit(
      (letter) => ({
        ...letter,
        blocks: letter.blocks.map((one) => (one.id === block.id ? { ...one, ...change } : one)),
      }),
      key === undefined ? undefined : `${block.id} ${key}`,
    );
}

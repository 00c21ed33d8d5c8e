import { createContext, useContext } from 'react';
import type { TalentRow } from '../../schema.ts';
import type { Changes } from '../shared/use-edit.tsx';

/** Columns whose cells can be edited in place, in the order that Tab walks them. */
export const EDITABLE = ['city', 'next_step', 'stage', 'tags', 'owner'] as const;
export type EditableColumn = (typeof EDITABLE)[number];

export interface CellPlace {
  id: string;
  column: EditableColumn;
}

export interface Editing {
  mayEdit: boolean;
  /** The cell that is being edited. */
  place: CellPlace | undefined;
  /** Cells whose last saving failed, with the reason. */
  failed: ReadonlyMap<string, string>;
  start: (place: CellPlace) => void;
  /** Ends editing; `leave` gives the focus back to the row, `next` goes to the next cell. */
  stop: (how: 'leave' | 'next' | 'previous') => void;
  save: (row: TalentRow, column: EditableColumn, changes: Changes) => void;
}

const NOTHING: Editing = {
  mayEdit: false,
  place: undefined,
  failed: new Map(),
  start: () => undefined,
  stop: () => undefined,
  save: () => undefined,
};

export const EditingContext = createContext<Editing>(NOTHING);
export const useEditing = (): Editing => useContext(EditingContext);
export const cellKey = ({ id, column }: CellPlace): string => `${id} ${column}`;

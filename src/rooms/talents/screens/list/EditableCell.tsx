import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { TalentRow } from '../../schema.ts';
import { CellEditor } from './CellEditor.tsx';
import { cellKey, type EditableColumn, useEditing } from './editing.ts';
import styles from './talent-cells.module.css';

interface EditableCellProps {
  row: TalentRow;
  column: EditableColumn;
  children: ReactNode;
}

/** A value that becomes a field on a double click, or on Enter when the arrow keys led here. */
export function EditableCell({ row, column, children }: EditableCellProps) {
  const { mayEdit, place, failed, start } = useEditing();
  const cell = useRef<HTMLSpanElement>(null);
  if (!mayEdit) return children;
  const isOpen = place?.id === row.id && place.column === column;
  const reason = failed.get(cellKey({ id: row.id, column }));
  const openOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== cell.current) return;
    event.preventDefault();
    event.stopPropagation();
    start({ id: row.id, column });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the way by keyboard: right arrow, Enter
    <span
      ref={cell}
      tabIndex={-1}
      data-cell={column}
      data-failed={reason !== undefined}
      title={reason}
      className={styles.editable}
      onDoubleClick={() => start({ id: row.id, column })}
      onKeyDown={openOnEnter}
    >
      {isOpen ? <CellEditor row={row} column={column} anchor={cell} /> : children}
    </span>
  );
}

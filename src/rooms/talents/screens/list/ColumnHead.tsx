import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { DragEvent, PointerEvent } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Icon } from '#ground/ui/Icon.tsx';
import type { Sort } from '../../types.ts';
import styles from './column-head.module.css';

export interface HeadOrder {
  sort: Sort | undefined;
  direction: 'asc' | 'desc';
  onSort: (sort: Sort) => void;
}

interface ColumnHeadProps {
  name: string;
  label: string;
  note?: string;
  sort?: Sort;
  order: HeadOrder;
  /** Px; undefined for columns of one width. */
  width?: number;
  onResize?: (width: number, how: 'moving' | 'done') => void;
  /** Another column was dropped here. */
  onDrop?: (name: string) => void;
}

/** The head of a column: sorts on press, moves by dragging, gets wider at its edge. The menu of columns does the same by keyboard. */
export function ColumnHead({ name, label, note, sort, order, width, onResize, onDrop }: ColumnHeadProps) {
  const t = useMessages('talents');
  const isSorted = sort !== undefined && order.sort === sort;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dragging has its way by keyboard in the column menu
    <span
      className={styles.head}
      draggable={onDrop !== undefined}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', name)}
      onDragOver={(event) => onDrop && event.preventDefault()}
      onDrop={(event: DragEvent) => onDrop?.(event.dataTransfer.getData('text/plain'))}
    >
      {sort ? (
        <button
          type="button"
          className={styles.sort}
          aria-label={isSorted ? t(`columns.sorted_${order.direction}`, { label }) : t('columns.sort', { label })}
          onClick={() => order.onSort(sort)}
        >
          {label}
          {isSorted && <Icon of={order.direction === 'asc' ? IconArrowUp : IconArrowDown} size={12} />}
        </button>
      ) : (
        <span className={styles.label}>
          {label} {note && <span className={styles.note}>{note}</span>}
        </span>
      )}
      {onResize && width !== undefined && <Edge width={width} onResize={onResize} />}
    </span>
  );
}

interface EdgeProps {
  width: number;
  onResize: (width: number, how: 'moving' | 'done') => void;
}

function Edge({ width, onResize }: EdgeProps) {
  const begin = (down: PointerEvent<HTMLElement>) => {
    const edge = down.currentTarget;
    const from = down.clientX;
    const widthAt = (event: { clientX: number }) => Math.round(width + event.clientX - from);
    edge.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent) => onResize(widthAt(event), 'moving');
    const done = (event: globalThis.PointerEvent) => {
      edge.removeEventListener('pointermove', move);
      onResize(widthAt(event), 'done');
    };
    edge.addEventListener('pointermove', move);
    edge.addEventListener('pointerup', done, { once: true });
  };
  return (
    <span
      aria-hidden="true"
      className={styles.edge}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={begin}
    />
  );
}

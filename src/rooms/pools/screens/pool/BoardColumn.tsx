import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Membership, PoolPage } from '../../schema.ts';
import { BoardCard, type Move } from './BoardCard.tsx';
import styles from './board.module.css';
import type { BoardColumn as Column } from './board-columns.ts';

interface BoardColumnProps {
  column: Column;
  why: ReadonlyMap<string, Membership>;
  pool: PoolPage;
  /** Undefined for readers who may not move anybody. */
  onMove: Move | undefined;
}

export function BoardColumn({ column: { stage, rows }, why, pool, onMove }: BoardColumnProps) {
  const t = useMessages('pools');
  const ofTalents = useMessages('talents');
  const formats = useFormats();
  const place = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    return dropTargetForElements({
      element: place.current,
      getData: () => ({ stage }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [stage]);
  const word = ofTalents(`stage.${stage}`);
  const people = formats.number(rows.length);
  return (
    <section
      ref={place}
      className={styles.column}
      data-over={isOver}
      aria-label={t('board.column', { stage: word, people })}
    >
      <h2 className={styles.columnHead}>
        <span>{word}</span>
        <span className={styles.quiet}>{people}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <BoardCard key={row.id} row={row} membership={why.get(row.id)} pool={pool} onMove={onMove} />
        ))}
      </ul>
    </section>
  );
}

import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import type { TalentRow } from '#rooms/talents/schema.ts';
import type { Stage } from '#rooms/talents/types.ts';
import { STAGES } from '#rooms/talents/types.ts';
import type { PoolPage } from '../../schema.ts';
import styles from './board.module.css';
import type { Move } from './BoardCard.tsx';
import { BoardColumn } from './BoardColumn.tsx';
import { type BoardColumn as Column, cardBeside, neighbourOf } from './board-columns.ts';
import { useBoard } from './use-board.ts';

/** A Boutique by its stages. Cards are dragged, moved by Shift and arrows, or by their menu. */
export function Board({ pool }: { pool: PoolPage }) {
  const t = useMessages('pools');
  const mayMove = useMay('talents.write');
  const { people, columns, why, move } = useBoard(pool.id);
  const place = useRef<HTMLDivElement>(null);
  const rows = people.data?.items ?? [];
  useDropping(rows, (row, stage) => void move(row, stage));
  useFocusAfterMove(place);
  if (people.isPending) return <SkeletonRows rows={8} />;
  if (people.error && !people.data) {
    return <ProblemNote problem={people.error} onRetry={() => void people.refetch()} />;
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) =>
    onBoardKey(event, { rows, columns, onMove: mayMove ? move : undefined });
  const rest = (people.data?.count.value ?? 0) - rows.length;
  return (
    <>
      <Owners pool={pool} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows walk the cards inside */}
      <div
        ref={place}
        className={styles.board}
        style={
          {
            '--columns': columns
              .map(({ rows: some }) => (some.length > 0 ? 'minmax(212px, 1fr)' : 'minmax(104px, 0.4fr)'))
              .join(' '),
          } as React.CSSProperties
        }
        onKeyDown={onKeyDown}
      >
        {columns.map((column) => (
          <BoardColumn key={column.stage} column={column} why={why} pool={pool} onMove={mayMove ? move : undefined} />
        ))}
      </div>
      {mayMove && <p className={styles.keys}>{t('board.keys')}</p>}
      {rest > 0 && (
        <p className={styles.keys}>
          <Link to="/talents" search={{ pool: pool.id }}>
            {t('board.more', { count: rest })}
          </Link>
        </p>
      )}
    </>
  );
}

interface BoardKeys {
  rows: readonly TalentRow[];
  columns: readonly Column[];
  onMove: Move | undefined;
}

/** Arrows lead from card to card; with Shift the card comes along. */
function onBoardKey(event: KeyboardEvent<HTMLElement>, { rows, columns, onMove }: BoardKeys) {
  const row = rowAt(event, rows);
  if (!row) return;
  event.preventDefault();
  if (!event.shiftKey) {
    focusCard(event.currentTarget, cardAt(columns, row, event.key));
    return;
  }
  const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
  const stage = step && neighbourOf(columns, row.stage, step);
  if (stage) void onMove?.(row, stage);
}

/** The person whose card has the focus, when an arrow was pressed there and nothing else with it. */
function rowAt({ target, key, ctrlKey, metaKey, altKey }: KeyboardEvent, rows: readonly TalentRow[]) {
  if (!key.startsWith('Arrow') || ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return undefined;
  const card = target.closest<HTMLElement>('[data-card]');
  return rows.find(({ id }) => id === card?.dataset.card);
}

function cardAt(columns: readonly Column[], row: TalentRow, key: string): string | undefined {
  const column = columns.findIndex(({ stage }) => stage === row.stage);
  const card = columns[column]?.rows.findIndex(({ id }) => id === row.id) ?? -1;
  const next = cardBeside(columns, { column, card }, key);
  return next && columns[next.column]?.rows[next.card]?.id;
}

const focusCard = (place: HTMLElement | null, id: string | undefined) =>
  id !== undefined && place?.querySelector<HTMLElement>(`[data-card="${id}"] a`)?.focus();

/** A card that wandered to another column is drawn anew there; the focus goes along. */
function useFocusAfterMove(place: { current: HTMLElement | null }) {
  const focused = useRef<string>(undefined);
  useEffect(() => {
    const board = place.current;
    const remember = (event: FocusEvent) => {
      focused.current =
        event.target instanceof HTMLElement
          ? event.target.closest<HTMLElement>('[data-card]')?.dataset.card
          : undefined;
    };
    board?.addEventListener('focusin', remember);
    return () => board?.removeEventListener('focusin', remember);
  });
  useEffect(() => {
    if (focused.current && document.activeElement === document.body) focusCard(place.current, focused.current);
  });
}

function useDropping(rows: readonly TalentRow[], onDrop: (row: TalentRow, stage: Stage) => void) {
  const current = useRef({ rows, onDrop });
  useEffect(() => {
    current.current = { rows, onDrop };
  });
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data.talentId === 'string',
        onDrop: ({ source, location }) => {
          const stage = STAGES.find((one) => one === location.current.dropTargets[0]?.data.stage);
          const row = current.current.rows.find(({ id }) => id === source.data.talentId);
          if (row && stage) current.current.onDrop(row, stage);
        },
      }),
    [],
  );
}

/** "Mara Steinegger: zuständig für 9 von höchstens 25": how many each can still look after. */
function Owners({ pool }: { pool: PoolPage }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const cap = pool.capPerOwner ?? 0;
  return (
    <ul aria-label={t('board.owners')} className={styles.owners}>
      {pool.owners.map(({ owner, people }) => {
        const facts = { people: formats.number(people), cap: formats.number(cap) };
        const key = people > cap ? 'board.over_cap' : 'board.of_cap';
        return (
          <li key={owner?.id ?? ''} data-asks={owner === null || people > cap}>
            {owner ? t(key, { ...facts, name: owner.name }) : t('board.nobody_owner', facts)}
          </li>
        );
      })}
    </ul>
  );
}

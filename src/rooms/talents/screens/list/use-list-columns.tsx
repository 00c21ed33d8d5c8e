import { type ReactNode, useMemo, useState } from 'react';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { LineAxis, spineStyle } from '#ground/ui/line/LineAxis.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { LINE_SIZES } from '#ground/ui/line/line-sizes.ts';
import type { ListColumn } from '#ground/ui/list/VirtualTable.tsx';
import type { TalentRow } from '../../schema.ts';
import type { Sort } from '../../types.ts';
import { useSegmentWord } from '../shared/words.ts';
import { ColumnHead, type HeadOrder } from './ColumnHead.tsx';
import {
  COLUMN_FACTS,
  type ColumnName,
  isOffered,
  moved,
  resized,
  type ShownColumn,
  USUAL_COLUMNS,
  trackOf,
  widthOf,
} from './columns.ts';
import { EditableCell } from './EditableCell.tsx';
import type { EditableColumn } from './editing.ts';
import type { ListSearch } from './list-search.ts';
import {
  EraseCell,
  LastTouchCell,
  LineCell,
  MayCell,
  NameCell,
  NextStepCell,
  OwnerCell,
  TextCell,
  WarmthCell,
} from './TalentCells.tsx';

const LINE_WIDTH = LINE_SIZES.row.width ?? 250;
/** People whom one heard from lately come first; everything else begins at its beginning. */
export const naturalDirection = (sort: Sort): 'asc' | 'desc' =>
  sort === 'last_touch' || sort === 'created' ? 'desc' : 'asc';

/** The columns as the address says, with heads that change it. */
export function useListColumns(search: ListSearch, onChange: (change: Partial<ListSearch>) => void) {
  const t = useMessages('talents');
  const cellOf = useCells();
  const today = useToday();
  const axis = useMemo(() => listAxis(today), [today]);
  const [sizing, setSizing] = useState<{ name: ColumnName; width: number }>();
  const { sort, direction, columns = USUAL_COLUMNS } = search;
  const shown = sizing ? resized(columns, sizing.name, sizing.width) : columns;
  return useMemo(() => {
    const order: HeadOrder = {
      sort,
      direction: direction ?? naturalDirection(sort ?? 'name'),
      onSort: (wanted) => onChange(nextOrder({ sort, direction }, wanted)),
    };
    const dropOn = (target: ColumnName) => (dragged: string) => {
      const from = columns.findIndex(({ name }) => name === dragged);
      const to = columns.findIndex(({ name }) => name === target);
      if (from >= 0 && from !== to) onChange({ columns: moved(columns, from, to) });
    };
    const resize = (name: ColumnName) => (width: number, how: 'moving' | 'done') => {
      setSizing(how === 'moving' ? { name, width } : undefined);
      if (how === 'done') onChange({ columns: resized(columns, name, width) });
    };
    const head = (column: ShownColumn) => {
      const facts = isOffered(column.name) ? COLUMN_FACTS[column.name] : undefined;
      return column.name === 'line' ? (
        <LineAxis axis={axis} width={LINE_WIDTH} />
      ) : (
        <ColumnHead
          name={column.name}
          label={t(`column.${column.name}`)}
          note={column.name === 'permissions' ? t('column.permissions_note') : undefined}
          sort={facts?.sort}
          order={order}
          width={widthOf(column)}
          onResize={resize(column.name)}
          onDrop={dropOn(column.name)}
        />
      );
    };
    const withRole = columns.some(({ name }) => name === 'role') ? 'alone' : 'with_role';
    const first: ListColumn<TalentRow> = {
      key: 'name',
      head: <ColumnHead name="name" label={t('column.name')} sort="name" order={{ ...order, sort: sort ?? 'name' }} />,
      track: 'minmax(182px, 1fr)',
      cell: (row) => <NameCell row={row} withRole={withRole} />,
    };
    const others = shown.map((column): ListColumn<TalentRow> => ({
      key: column.name,
      head: head(column),
      track: trackOf(column),
      place: column.name === 'line' ? 'spine' : column.name === 'permissions' ? undefined : 'later',
      style: column.name === 'line' ? spineStyle(axis, LINE_WIDTH) : undefined,
      cell: (row) => cellOf(column.name, row, axis),
    }));
    return [first, ...others];
  }, [t, cellOf, axis, sort, direction, columns, shown, onChange]);
}

/** Pressing a head: its natural order, then the other way, then as before. */
function nextOrder(now: Pick<ListSearch, 'sort' | 'direction'>, sort: Sort): Partial<ListSearch> {
  if (now.sort !== sort) return { sort, direction: undefined };
  if (now.direction === undefined) return { sort, direction: naturalDirection(sort) === 'asc' ? 'desc' : 'asc' };
  return { sort: undefined, direction: undefined };
}

type CellDrawing = (row: TalentRow, axis: LineAxisOf) => ReactNode;
type LineAxisOf = ReturnType<typeof listAxis>;

/** How each column draws a row. */
function useCells(): (name: ColumnName, row: TalentRow, axis: LineAxisOf) => ReactNode {
  const t = useMessages('talents');
  const formats = useFormats();
  const segmentWord = useSegmentWord();
  return useMemo(
    () => {
      const cells: Record<ColumnName, CellDrawing> = {
        role: ({ role }) => <TextCell text={role} />,
        employer: ({ employer }) => <TextCell text={employer} />,
        city: (row) => editable(row, 'city', <TextCell text={row.city} />),
        permissions: (row) => <MayCell row={row} />,
        line: (row, axis) => <LineCell row={row} axis={axis} />,
        warmth: (row) => <WarmthCell row={row} />,
        last_touch: (row) => <LastTouchCell row={row} />,
        next_step: (row, axis) => editable(row, 'next_step', <NextStepCell row={row} today={axis.today} />),
        stage: (row) => editable(row, 'stage', <TextCell text={t(`stage.${row.stage}`)} />),
        owner: (row) => editable(row, 'owner', <OwnerCell row={row} />),
        segments: ({ segments }) => <TextCell text={formats.list(segments.map(segmentWord)) || null} />,
        tags: (row) => editable(row, 'tags', <TextCell text={row.tags.join(', ') || null} />),
        erase_on: (row) => <EraseCell row={row} />,
        created: () => null,
      };
      return (name: ColumnName, row: TalentRow, axis: LineAxisOf) => cells[name](row, axis);
    },
    // oxlint-disable-next-line react/exhaustive-deps -- segmentWord is made anew each time from the same words
    [t, formats],
  );
}

const editable = (row: TalentRow, column: EditableColumn, shown: ReactNode) => (
  <EditableCell row={row} column={column}>
    {shown}
  </EditableCell>
);

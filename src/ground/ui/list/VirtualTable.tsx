/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows are placed by hand, which table elements do not allow */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { Checkbox } from '../Checkbox.tsx';
import { classes } from '../classes.ts';
import { useSession } from '../session/session.ts';
import { SkeletonBar } from '../Skeleton.tsx';
import { useIsPhone } from '../use-phone.ts';
import { type ListStep, listStep } from './list-keys.ts';
import {
  countMarked,
  EVERYTHING_MARKED,
  isMarked,
  markAll,
  type Marking,
  NOTHING_MARKED,
  toggleMark,
} from './selection.ts';
import styles from './virtual-table.module.css';

export interface ListColumn<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** CSS grid track, for example `minmax(220px, 1fr)` or `250px`. */
  track: string;
  /** `spine`: no padding, `style` on the cell; `later`: hidden on the phone; `below`: second line on the phone. */
  place?: 'spine' | 'later' | 'below';
  style?: CSSProperties;
}

export interface VirtualTableProps<Row> {
  label: string;
  /** All hits, loaded or not. */
  total: number;
  /** Undefined while the row is not loaded: a still skeleton stands in its place. */
  rowAt: (index: number) => Row | undefined;
  rowId: (row: Row) => string;
  columns: readonly ListColumn<Row>[];
  /** Called when other rows come into view, to load them. */
  onRange?: (first: number, last: number) => void;
  onOpen?: (row: Row, index: number) => void;
  /** Esc on a row: one step back, for example closing the panel. */
  onLeave?: () => void;
  openId?: string;
  marking?: Marking;
  onMarking?: (marking: Marking) => void;
  markAllLabel?: string;
  markLabel?: (row: Row) => string;
  /** Px; by default the member's density decides. */
  rowHeight?: number;
  /** On the phone a row has two lines, the line of the relationship below the name. */
  phoneRowHeight?: number;
}

/** Px, by the member's choice of density. @source LOOK section 6 */
const ROW_HEIGHTS = { tight: 30, normal: 36, wide: 44 };

/** Browsers draw nothing beyond some 33 million px; nobody scrolls that far, the sentence narrows instead. */
const MOST_ROWS = 700_000;

/** A table of any length with at most some 60 rows in the page; rows are walked with j, k, arrows, x, Enter, Esc. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { total, columns, marking, onRange } = props;
  const density = useSession()?.member.density ?? 'normal';
  const { rowHeight: wideHeight = ROW_HEIGHTS[density], phoneRowHeight = 92 } = props;
  const rowHeight = useIsPhone() ? phoneRowHeight : wideHeight;
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const count = Math.min(total, MOST_ROWS);
  // oxlint-disable-next-line react/incompatible-library -- this house builds without the React Compiler
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  const keys = useListKeys(props, {
    count,
    focused,
    setFocused,
    scrollTo: (index) => virtual.scrollToIndex(index),
    scroller,
  });
  const tracks = [marking ? '40px' : '', ...columns.map(({ track }) => track)].filter(Boolean).join(' ');
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-multiselectable={marking ? true : undefined}
      className={styles.scroller}
      style={{ '--tracks': tracks, '--row': `${rowHeight}px` } as CSSProperties}
      onKeyDown={keys}
    >
      <div className={styles.inner}>
        <ListHead {...props} />
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <ListRow
              key={index}
              index={index}
              start={start}
              row={props.rowAt(index)}
              rowId={props.rowId}
              columns={columns}
              openId={props.openId}
              onOpen={props.onOpen}
              marking={marking}
              onMarking={props.onMarking}
              markLabel={props.markLabel}
              isFocused={index === focused}
              onFocus={setFocused}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function ListHead<Row>({ total, columns, marking, onMarking, markAllLabel }: VirtualTableProps<Row>) {
  const marked = marking ? countMarked(marking, total) : 0;
  return (
    <div role="row" aria-rowindex={1} className={styles.head}>
      {marking && (
        <span role="columnheader" className={styles.box}>
          <Checkbox
            aria-label={markAllLabel}
            checked={total > 0 && marked === total}
            partly={marked > 0 && marked < total}
            onMark={(isOn) => onMarking?.(isOn ? EVERYTHING_MARKED : NOTHING_MARKED)}
          />
        </span>
      )}
      {columns.map(({ key, head, place }) => (
        <span key={key} role="columnheader" className={classes(styles.cell, place && styles[place])}>
          {head}
        </span>
      ))}
    </div>
  );
}

/** Only what a row draws: when the next page arrives, the rows that stand already stay as they are. */
type RowWords = 'rowId' | 'columns' | 'openId' | 'onOpen' | 'marking' | 'onMarking' | 'markLabel';

interface ListRowProps<Row> extends Pick<VirtualTableProps<Row>, RowWords> {
  index: number;
  start: number;
  row: Row | undefined;
  isFocused: boolean;
  onFocus: (index: number) => void;
}

const ListRow = memo(function ListRow<Row>(props: ListRowProps<Row>) {
  const { row, index, start, columns, marking, onMarking, rowId, isFocused, openId } = props;
  const id = row === undefined ? undefined : rowId(row);
  const marked = marking && id !== undefined ? isMarked(marking, id) : undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid handles the keys of all rows
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked}
      aria-busy={row === undefined}
      data-index={index}
      data-open={id !== undefined && id === openId}
      tabIndex={isFocused ? 0 : -1}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
      onFocus={() => props.onFocus(index)}
      onClick={(event) => row !== undefined && !isControl(event.target) && props.onOpen?.(row, index)}
    >
      {marking && (
        <span role="gridcell" className={styles.box}>
          {row !== undefined && id !== undefined && (
            <Checkbox
              tabIndex={-1}
              aria-label={props.markLabel?.(row)}
              checked={marked}
              onMark={() => onMarking?.(toggleMark(marking, id))}
            />
          )}
        </span>
      )}
      {columns.map(({ key, cell, place, style }) => (
        <span key={key} role="gridcell" style={style} className={classes(styles.cell, place && styles[place])}>
          {row === undefined ? <SkeletonBar width={`${35 + ((index * 13) % 40)}%`} /> : cell(row)}
        </span>
      ))}
    </div>
  );
}) as <Row>(props: ListRowProps<Row>) => ReactNode;

interface ListFocus {
  count: number;
  focused: number;
  setFocused: (index: number) => void;
  scrollTo: (index: number) => void;
  scroller: { current: HTMLDivElement | null };
}

function useListKeys<Row>(props: VirtualTableProps<Row>, focus: ListFocus) {
  const wanted = useRef<number>(undefined);
  // The row may not be in the page yet when it is scrolled to; it takes the focus as soon as it is.
  useEffect(() => {
    const row = focus.scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });
  const goTo = (index: number) => {
    wanted.current = index;
    focus.setFocused(index);
    focus.scrollTo(index);
  };
  return (event: KeyboardEvent) => {
    const step = stepFor(event, focus);
    if (!step) return;
    event.preventDefault();
    const row = props.rowAt(focus.focused);
    if (step.kind === 'move') goTo(step.to);
    else if (step.kind === 'leave') props.onLeave?.();
    else if (row !== undefined) actOnRow(props, row, step, focus.focused, goTo);
  };
}

/** Undefined for keys with modifiers, while typing, and for Enter or Space on a control inside a row. */
function stepFor(event: KeyboardEvent, { focused, count, scroller }: ListFocus): ListStep | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return undefined;
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / 36) - 2);
  const step = listStep(event, focused, count, page);
  return step && step.kind !== 'move' && isControl(event.target) ? undefined : step;
}

type RowStep = Extract<ListStep, { kind: 'open' | 'mark' | 'extend' }>;

function actOnRow<Row>(
  { marking, onMarking, onOpen, rowId, rowAt }: VirtualTableProps<Row>,
  row: Row,
  step: RowStep,
  index: number,
  goTo: (index: number) => void,
) {
  if (step.kind === 'open') onOpen?.(row, index);
  else if (step.kind === 'mark') {
    if (marking) onMarking?.(toggleMark(marking, rowId(row)));
  } else {
    const target = rowAt(step.to) ?? row;
    if (marking) onMarking?.(markAll(marking, [row, target].map(rowId)));
    goTo(step.to);
  }
}

const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('a, button, input, select, label') !== null;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ? target.type !== 'checkbox' : target instanceof HTMLTextAreaElement;

import { useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '../classes.ts';
import styles from './line.module.css';
import { crisp, scaleOf, yearTicks } from './line-axis.ts';
import type { LineMeasures } from './line-sizes.ts';
import type { LineAxis } from './line-types.ts';
import type { FutureMarks, TouchMark } from './marks.ts';
import type { Drawing } from './drawing.ts';
import { END_LABEL_AFTER, END_LABEL_BELOW } from './Names.tsx';

/** Years as hairlines with their number, today as the spine; for lines that stand alone. */
export function AxisMarks({ axis, width, measures }: { axis: LineAxis; width: number; measures: LineMeasures }) {
  const t = useMessages('ui');
  const scale = scaleOf(axis, width);
  const now = scale.x(scale.today);
  const bottom = Math.min(measures.height, measures.middle + 56);
  return (
    <>
      {yearTicks(axis, width).map(({ year, x }) => (
        <g key={year}>
          <path className={styles.year} d={`M${x} 14V${bottom}`} />
          {Math.abs(x - now) > 44 && x < width - 28 && (
            <text x={x + 5} y={10}>
              {year}
            </text>
          )}
        </g>
      ))}
      <path className={styles.now} d={`M${crisp(now)} 14V${bottom}`} />
      <text className={styles.strong} x={now} y={10} textAnchor="middle">
        {t('line.today')}
      </text>
    </>
  );
}

export function QuietPart({ spans, middle }: { spans: Drawing['quiet']; middle: number }) {
  return spans.map(({ from, to }) => (
    <path key={from} className={styles.quiet} d={`M${from + 3} ${middle}H${to - 3}`} />
  ));
}

const KINDS = ['bulk', 'ours', 'theirs'] as const;

/** One path per kind instead of one per touch: lists draw a thousand of them while scrolling. */
export function Touches({ marks, dot }: { marks: readonly TouchMark[]; dot: number }) {
  const answers = marks.filter(({ kind }) => kind === 'theirs');
  return (
    <>
      {KINDS.map((kind) => (
        <path
          key={kind}
          className={classes(styles.touch, styles[kind])}
          d={strokesOf(marks.filter((mark) => mark.kind === kind))}
        />
      ))}
      <path className={styles.dot} d={answers.map(({ x, to }) => discAt(x, to, dot)).join('')} />
    </>
  );
}

const strokesOf = (marks: readonly TouchMark[]) => marks.map(({ x, from, to }) => `M${x} ${from}V${to}`).join('');

const discAt = (x: number, y: number, radius: number) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;

interface FuturePartProps {
  future: FutureMarks;
  measures: LineMeasures;
  overdueLabel?: string;
  endLabel?: string;
}

export function FuturePart({ future: { next, end, dots }, measures, overdueLabel, endLabel }: FuturePartProps) {
  const { middle, ring, overdueAt } = measures;
  const overdue = next?.kind === 'overdue';
  return (
    <>
      {dots.map(({ from, to }) => (
        <path key={from} className={styles.future} d={`M${from} ${middle}H${to}`} />
      ))}
      {next && (
        <circle
          className={classes(styles.next, styles[next.kind])}
          cx={next.x}
          cy={overdue ? overdueAt : middle}
          r={next.kind === 'promised' ? ring - 0.5 : ring}
        />
      )}
      {next && overdue && overdueLabel && (
        <text className={styles.bad} x={next.x - ring - 6} y={overdueAt + 4} textAnchor="end">
          {overdueLabel}
        </text>
      )}
      {end && (
        <path className={classes(styles.end, end.soon && styles.soon)} d={`M${end.x} ${middle - 6}V${middle + 6}`} />
      )}
      {end && endLabel && (
        <text x={end.x + END_LABEL_AFTER} y={middle + END_LABEL_BELOW} textAnchor="end">
          {endLabel}
        </text>
      )}
    </>
  );
}

/** Career stations under the axis: thick with us, thin elsewhere. */
export function Stations({ stations }: { stations: Drawing['stations'] }) {
  return stations.map(({ from, to, label, withUs }) => (
    <g key={`${from}${label}`}>
      <path className={classes(styles.station, withUs && styles.withUs)} d={`M${from} 118H${to}`} />
      <text x={from} y={134}>
        {label}
      </text>
    </g>
  ));
}

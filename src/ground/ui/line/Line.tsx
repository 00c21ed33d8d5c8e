import { memo, useId, useMemo } from 'react';
import { classes } from '../classes.ts';
import { drawLine, type LineData } from './drawing.ts';
import styles from './line.module.css';
import { LINE_SIZES } from './line-sizes.ts';
import type { LineSize } from './line-types.ts';
import { AxisMarks, FuturePart, QuietPart, Stations, Touches } from './LineParts.tsx';
import { Names, takenBy } from './Names.tsx';
import { TouchList } from './TouchList.tsx';
import { useLineSentence } from './use-line-sentence.ts';
import { useWidth } from './use-width.ts';

export interface LineProps extends LineData {
  size: LineSize;
  /** The sentence for screen readers; made from the data when it is left out. */
  label?: string;
  /** Named marks such as "Bewerbung 2023: 2. Platz" stand at their touch (`name`). */
  overdueLabel?: string;
  endLabel?: string;
}

const WITH_LIST: readonly LineSize[] = ['opened', 'panel', 'profile'];
const WITH_NAMES: readonly LineSize[] = ['opened', 'profile'];
const WITH_AXIS: readonly LineSize[] = ['panel', 'profile'];

/** The relationship line: one stroke per person from the first touch until today and a little beyond. */
export const Line = memo(function Line({ size, label, overdueLabel, endLabel, ...data }: LineProps) {
  const measures = LINE_SIZES[size];
  const [place, placeWidth] = useWidth<HTMLDivElement>(measures.width === undefined);
  const width = measures.width ?? placeWidth;
  const drawing = useMemo(
    () => drawLine(data, measures, width),
    // oxlint-disable-next-line react/exhaustive-deps -- the parts of `data`, not the object made anew by each render
    [
      data.touches,
      data.axis,
      data.warmth,
      data.planned,
      data.promised,
      data.endsOn,
      data.quiet,
      data.stations,
      measures,
      width,
    ],
  );
  const sentence = useLineSentence(data);
  const gradient = useId();
  const { height } = measures;
  const drawn = (
    <svg
      className={styles.line}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label ?? sentence}
    >
      {WITH_AXIS.includes(size) && <AxisMarks axis={data.axis} width={width} measures={measures} />}
      <QuietPart spans={drawing.quiet} middle={measures.middle} />
      <linearGradient id={gradient} gradientUnits="userSpaceOnUse" x1={drawing.from} x2={drawing.to} y1="0" y2="0">
        {drawing.stops.map(({ at, step }, i) => (
          <stop key={i} offset={at} className={styles[`step${step}`]} />
        ))}
      </linearGradient>
      {drawing.outlines.map((path) => (
        <path key={path.slice(0, 12)} className={styles.stroke} fill={`url(#${gradient})`} d={path} />
      ))}
      <Touches marks={drawing.marks} dot={size === 'profile' ? 2.4 : 1.9} />
      <FuturePart future={drawing.future} measures={measures} overdueLabel={overdueLabel} endLabel={endLabel} />
      {WITH_NAMES.includes(size) && (
        <Names
          marks={drawing.marks}
          taken={takenBy(drawing.future, measures, overdueLabel, endLabel)}
          today={drawing.today}
        />
      )}
      <Stations stations={drawing.stations} />
    </svg>
  );
  if (!WITH_LIST.includes(size) && measures.width !== undefined) return drawn;
  return (
    <div ref={place} className={classes(styles.place, measures.width === undefined && styles.fluid)}>
      {drawn}
      {WITH_LIST.includes(size) && <TouchList touches={data.touches} />}
    </div>
  );
});

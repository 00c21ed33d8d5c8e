import type { CSSProperties } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './line.module.css';
import { crisp, scaleOf, yearTicks } from './line-axis.ts';
import type { LineAxis as Axis } from './line-types.ts';

/** The axis once in the head of a list: years and today. */
export function LineAxis({ axis, width, height = 30 }: { axis: Axis; width: number; height?: number }) {
  const t = useMessages('ui');
  const scale = scaleOf(axis, width);
  const now = scale.x(scale.today);
  return (
    <svg className={styles.line} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {yearTicks(axis, width).map(({ year, x }) => (
        <g key={year}>
          <path className={styles.year} d={`M${x} ${height - 6}V${height}`} />
          {Math.abs(x + 14 - now) > 32 && (
            <text x={x + 3} y={height - 9}>
              {year}
            </text>
          )}
        </g>
      ))}
      <path className={styles.now} d={`M${crisp(now)} ${height - 6}V${height}`} />
      <text className={styles.strong} x={now} y={height - 9} textAnchor="middle">
        {t('line.today')}
      </text>
    </svg>
  );
}

/** Background of every cell that holds a line: years and today run through all rows as one spine. */
export function spineStyle(axis: Axis, width: number): CSSProperties {
  const scale = scaleOf(axis, width);
  const stripes = [
    { x: crisp(scale.x(scale.today)), colour: 'var(--ink)' },
    ...yearTicks(axis, width).map(({ x }) => ({ x, colour: 'var(--hair)' })),
  ];
  return {
    backgroundImage: stripes.map(({ colour }) => `linear-gradient(${colour}, ${colour})`).join(', '),
    backgroundPosition: stripes.map(({ x }) => `${x - 0.5}px 0`).join(', '),
    backgroundSize: '1px 100%',
    backgroundRepeat: 'no-repeat',
  };
}

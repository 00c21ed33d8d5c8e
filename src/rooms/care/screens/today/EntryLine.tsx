import { useMemo } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Line } from '#ground/ui/line/Line.tsx';
import { spineStyle } from '#ground/ui/line/LineAxis.tsx';
import type { LineAxis } from '#ground/ui/line/line-types.ts';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import type { QueueEntry } from '../../schema-today.ts';
import styles from './entry.module.css';
import { aheadOf, namedTouches } from './line-of.ts';

export const LINE_WIDTH = 276;

interface EntryLineProps {
  entry: QueueEntry;
  axis: LineAxis;
  isOpen: boolean;
}

/** The person's line on the axis that all share; opened, the talks have their names. */
export function EntryLine({ entry, axis, isOpen }: EntryLineProps) {
  const t = useMessages('care');
  const isPhone = useIsPhone();
  const touches = useMemo(
    () => (isOpen ? namedTouches(entry.touches, (channel) => t(`touch.${channel}`)) : entry.touches),
    [entry.touches, isOpen, t],
  );
  const ahead = aheadOf(entry);
  const isLate = ahead.promised !== undefined && ahead.promised < axis.today;
  const size = isPhone ? (isOpen ? 'panel' : 'phone') : isOpen ? 'opened' : 'today';
  return (
    <div className={styles.line} style={isPhone ? undefined : spineStyle(axis, LINE_WIDTH)}>
      <Line
        size={size}
        axis={axis}
        touches={touches}
        overdueLabel={isOpen && isLate ? t('line.promised') : undefined}
        endLabel={isOpen && !isPhone ? t('line.ends') : undefined}
        {...ahead}
      />
    </div>
  );
}

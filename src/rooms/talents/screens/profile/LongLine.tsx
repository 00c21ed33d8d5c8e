import { useMemo } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Line } from '#ground/ui/line/Line.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import { aheadOf, axisOf, namedTouches, stationsOf } from './line-of.ts';
import styles from './talent-profile.module.css';

/** Rough width of the line when labels are placed, px. The exact one is only known after drawing. */
const USUAL_WIDTH = 1100;

/** The whole relationship as one stroke, with the stations of the career below; on the phone its last two years. */
export function LongLine({ profile, today }: { profile: TalentProfile; today: string }) {
  const t = useMessages('talents');
  const isPhone = useIsPhone();
  const axis = useMemo(() => (isPhone ? listAxis(today) : axisOf(profile, today)), [isPhone, profile, today]);
  const touches = useMemo(
    () => namedTouches(profile.touches, (channel) => t(`channel.${channel}`)),
    [profile.touches, t],
  );
  const stations = useMemo(
    () =>
      stationsOf(profile.stations, {
        axis,
        width: USUAL_WIDTH,
        ourLabel: (role) => (role ? t('line.with_us_as', { role }) : t('line.with_us')),
      }),
    [profile.stations, axis, t],
  );
  const ahead = aheadOf(profile, today);
  const isOverdue = ahead.promised !== undefined && ahead.promised < today;
  return (
    <div className={styles.line}>
      {isPhone ? (
        <Line size="phone" axis={axis} touches={touches} {...ahead} />
      ) : (
        <Line
          size="profile"
          axis={axis}
          touches={touches}
          stations={stations}
          overdueLabel={isOverdue ? t('line.overdue') : undefined}
          endLabel={t('line.end')}
          {...ahead}
        />
      )}
    </div>
  );
}

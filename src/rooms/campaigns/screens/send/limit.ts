import type { SenderCard } from '../../schema-sending.ts';
import { warmUpDays } from '../senders/warm-up.ts';

export interface LimitNow {
  by: 'warm_up' | 'per_hour';
  /** Letters per day, or per hour. */
  most: number;
}

const HOURS_A_DAY = 24;

/** What holds the sender back most today; undefined: nothing. */
export function limitNow(
  { warmUp, perHour }: Pick<SenderCard, 'warmUp' | 'perHour'>,
  today: string,
): LimitNow | undefined {
  const most = warmUp ? warmUpDays(warmUp).find(({ on }) => on === today)?.most : undefined;
  if (most !== undefined && (perHour === null || most < perHour * HOURS_A_DAY)) return { by: 'warm_up', most };
  return perHour === null ? undefined : { by: 'per_hour', most: perHour };
}

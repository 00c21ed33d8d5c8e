import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { PlanChannel, Rhythm } from '../../types.ts';

/** Rhythms that people have a word for; all others are said in days. */
const NAMED = new Set([7, 14, 30, 60, 90, 120, 180, 365]);

export interface PlanWords {
  /** "alle 90 Tage", "zu Anlässen" */
  rhythm: (plan: { rhythm: Rhythm; everyDays: number | null }) => string;
  every: (days: number) => string;
  channels: (channels: readonly PlanChannel[]) => string;
}

export function usePlanWords(): PlanWords {
  const t = useMessages('care');
  const formats = useFormats();
  const every = (days: number) => (NAMED.has(days) ? t(`rhythm.days.${days}`) : t('rhythm.every', { days }));
  return {
    every,
    rhythm: ({ rhythm, everyDays }) => (rhythm === 'every' ? every(everyDays ?? 0) : t(`rhythm.${rhythm}`)),
    channels: (channels) => formats.list(channels.map((channel) => t(`plan_channel.${channel}`))),
  };
}

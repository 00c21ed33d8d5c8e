import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { dayFromWords } from '#rooms/talents/index.ts';
import { plusDays } from '../cadence.ts';
import { todayOf } from '#ground/calendar.ts';
import { meOf } from '../member.ts';
import type { DayAhead } from '../schema-parts.ts';
import type { understoodDay } from '../schema-today.ts';
import { holidaysOf, nextWorkingDay } from '../working-days.ts';
import { findSettings } from './settings.ts';

/** Further away than this nobody plans; it is a slip of the finger. */
const FURTHEST_DAYS = 3 * 366;

/**
 * The day that somebody named, in words or as a date.
 * @throws AppError care.words_not_understood, care.day_is_past, care.day_too_far
 */
export function dayAheadOf(named: DayAhead, today: string): string {
  const on = 'words' in named ? dayFromWords(named.words, today) : named.until;
  if (on === undefined) throw invalid('care.words_not_understood');
  if (on <= today) throw invalid('care.day_is_past', { on });
  if (on > plusDays(today, FURTHEST_DAYS)) throw invalid('care.day_too_far', { on });
  return on;
}

/** What the words mean, for a preview while somebody types. */
export async function understandDay(ctx: Ctx, words: string): Promise<z.input<typeof understoodDay>> {
  allow(ctx.actor, 'care.read');
  const today = todayOf(ctx);
  const on = dayFromWords(words, today);
  if (on === undefined) return { on: null, isPast: false, isWorkingDay: false };
  const { region } = await findSettings(ctx, meOf(ctx.actor));
  const none = new Map<string, string>();
  const holidays = region === null ? () => none : await holidaysOf(region);
  return { on, isPast: on <= today, isWorkingDay: nextWorkingDay(on, holidays) === on };
}

import type { Formats } from '#ground/i18n/formats.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { type Translate, useMessages } from '#ground/i18n/use-messages.ts';
import { STEP_NAMES } from '#ground/ui/line/warmth-over-time.ts';
import type { Reason } from '../../schema-today.ts';
import { useDayWords } from '../shared/use-day-words.ts';

interface Tools {
  t: Translate;
  ui: Translate;
  formats: Formats;
  dayWords: (day: string) => string;
}

/** Why somebody stands here, as one sentence; the part between asterisks is the reason itself. */
export function useReasonWords(): (reason: Reason) => string {
  const tools: Tools = {
    t: useMessages('care'),
    ui: useMessages('ui'),
    formats: useFormats(),
    dayWords: useDayWords(),
  };
  return (reason) => wordsOf(reason, tools);
}

/** The last case of each switch takes what is left, so the compiler complains about a kind that has no words. */
function wordsOf(reason: Reason, tools: Tools): string {
  const { t, formats, dayWords } = tools;
  switch (reason.kind) {
    case 'promise':
      return t(reason.overdueDays > 0 ? 'reason.promise.overdue' : 'reason.promise.due', {
        what: formats.quote(withoutStop(reason.what)),
        day: pastDay(reason.dueOn, reason.overdueDays, tools),
      });
    case 'reply':
      return t('reason.reply', { day: pastDay(reason.since, reason.overdueDays, tools) });
    case 'life_event':
      return lifeEventWords(reason, tools);
    case 'consent_ends':
      return t('reason.consent_ends', { day: dayWords(reason.endsOn) });
    case 'hand_over':
      return t('reason.hand_over', { name: reason.fromName });
    case 'come_back':
      return t(`reason.come_back.${reason.reasonKind}`, { day: dayWords(reason.saidOn) });
    default:
      return planWords(reason, tools);
  }
}

function planWords(reason: Of<'task' | 'cadence' | 'warmth' | 'content'>, tools: Tools): string {
  const { t, ui, formats, dayWords } = tools;
  switch (reason.kind) {
    case 'task':
      return t('reason.task', {
        sequence: reason.sequenceName,
        step: reason.stepNumber,
        of: reason.stepCount,
        title: reason.title,
      });
    case 'cadence':
      return cadenceWords(reason, tools);
    case 'warmth':
      return t('reason.warmth', {
        was: ui(`warmth.${nameOfStep(reason.wasStep)}`),
        is: ui(`warmth.${nameOfStep(reason.isStep)}`),
        day: dayWords(reason.lastOn),
      });
    default:
      return t(`reason.content.${reason.because.kind}`, {
        name: reason.because.name,
        title: formats.quote(reason.title),
      });
  }
}

/** A day of the week says something only of a day that is near; a far one needs its year. */
const pastDay = (day: string, daysAgo: number, { formats, dayWords }: Tools): string =>
  daysAgo < 30 ? formats.weekday(day) : dayWords(day);

/** The sentence goes on after the quotation. */
const withoutStop = (words: string) => words.replace(/[.!]\s*$/, '');

type Of<Kind extends Reason['kind']> = Extract<Reason, { kind: Kind }>;

function lifeEventWords({ eventKind, onDate, years, note }: Of<'life_event'>, { t, dayWords }: Tools): string {
  const day = dayWords(onDate);
  if (eventKind === 'other') return t('reason.life_event.other', { day, note: note ?? '' });
  if (years !== null && years > 0) return t('reason.life_event.years', { count: years, day, note: note ?? '' });
  return t(`reason.life_event.${eventKind}`, { day });
}

const SPOKEN = ['phone', 'mail', 'meeting'];

function cadenceWords({ everyDays, countedFrom, lastChannel }: Of<'cadence'>, { t, dayWords }: Tools): string {
  const channel = lastChannel === null ? 'none' : SPOKEN.includes(lastChannel) ? lastChannel : 'other';
  return t(`reason.cadence.${channel}`, { days: everyDays, day: dayWords(countedFrom) });
}

const nameOfStep = (step: number) => STEP_NAMES[step - 1] ?? STEP_NAMES[0];

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { LineData } from './drawing.ts';
import { dayOf } from './line-axis.ts';
import { stepName, stepOf, warmthOf } from './warmth-over-time.ts';

/** What the line says, in sentences: "warm, zuletzt 2. September von der Person. Ein Versprechen ist überfällig." */
export function useLineSentence({ touches, axis, warmth, promised, endsOn }: LineData): string {
  const t = useMessages('ui');
  const formats = useFormats();
  const last = touches.reduce<(typeof touches)[number] | undefined>(
    (latest, touch) => (latest === undefined || touch.on > latest.on ? touch : latest),
    undefined,
  );
  if (!last) return t('line.none');
  const word = t(`warmth.${stepName(stepOf((warmth ?? warmthOf(touches))(dayOf(axis.today))))}`);
  const direction = last.kind === 'bulk' ? 'bulk' : last.direction;
  return [
    t(`line.sentence.${direction}`, { warmth: word, date: formats.dateLong(last.on) }),
    promised !== undefined && promised < axis.today && t('line.overdue'),
    endsOn !== undefined && t('line.ends', { date: formats.dateLong(endsOn) }),
  ]
    .filter(Boolean)
    .join(' ');
}

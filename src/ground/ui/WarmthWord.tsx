import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { stepName, stepOf } from './line/warmth-over-time.ts';

/** fern, kühl, mild, warm, nah; the number stands in the hint. */
export function WarmthWord({ warmth, trend }: { warmth: number; trend?: 'warming' | 'steady' | 'cooling' }) {
  const t = useMessages('ui');
  const word = t(`warmth.${stepName(stepOf(warmth))}`);
  return (
    <span title={useFormats().percent(Math.round(warmth * 100) / 100)}>
      {trend ? t(`warmth.trend.${trend}`, { word }) : word}
    </span>
  );
}

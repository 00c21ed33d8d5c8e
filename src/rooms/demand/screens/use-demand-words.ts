import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { DemandCard } from '../schema.ts';

/** "geplant, zu 60 % wahrscheinlich", "offene Stelle seit 3. November", "2 von 3 besetzt", "ab 1. April". */
export function useDemandWords() {
  const t = useMessages('demand');
  const formats = useFormats();
  return {
    kind: ({ kind, likelihoodShare, openedOn }: Pick<DemandCard, 'kind' | 'likelihoodShare' | 'openedOn'>) =>
      kind === 'planned'
        ? t('kind.planned', { share: formats.percent(likelihoodShare) })
        : t('kind.vacancy', { date: openedOn ? formats.dateLong(openedOn) : '' }),
    places: ({ headcount, hiredCount }: Pick<DemandCard, 'headcount' | 'hiredCount'>) =>
      hiredCount === 0
        ? t('places.open', { count: headcount })
        : t('places.partly', { count: headcount, hired: hiredCount }),
    /** Empty where nobody waits for a day any more. */
    from: ({ fromOn, state }: Pick<DemandCard, 'fromOn' | 'state'>) => {
      if (fromOn) return t('from', { date: formats.dateLong(fromOn) });
      return state === 'open' ? t('from_unknown') : '';
    },
  };
}

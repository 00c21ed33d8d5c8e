import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Criterion } from '../schema-matches.ts';

type Wish = Criterion['wishes'][number];

const OF_THE_WHOLE: ReadonlySet<Criterion['name']> = new Set(['text', 'interest', 'occupation'] as const);

/** What a wish is called and why it counts as it does. What the whole demand is held against needs no name of its own. */
export function useWishWords(criterion: Criterion['name']) {
  const t = useMessages('matching');
  const formats = useFormats();
  return {
    label: ({ label }: Pick<Wish, 'label'>): string => (criterion === 'text' ? '' : label),
    blankLabel: ({ label }: Pick<Wish, 'label'>): string => (OF_THE_WHOLE.has(criterion) ? '' : label),
    why: ({ why, params }: Pick<Wish, 'why' | 'params'>): string => {
      const { date } = params;
      return t(`why.${why}`, typeof date === 'string' ? { ...params, date: formats.dateLong(date) } : params);
    },
  };
}

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Criterion } from '../schema-matches.ts';

type Wish = Criterion['wishes'][number];

const OF_THE_WHOLE: ReadonlySet<Criterion['name']> = new Set(['text', 'interest', 'occupation'] as const);

const YEAR = /\b\d{4}\b/u;

/** What a wish is called and why it counts as it does. What the whole demand is held against needs no name of its own. */
export function useWishWords(criterion: Criterion['name']) {
  const t = useMessages('matching');
  const formats = useFormats();
  // A day alone does not say that it is the day of the start.
  const named = (label: string) =>
    criterion === 'availability' && YEAR.test(label) ? t('start_on', { date: label }) : label;
  return {
    label: ({ label }: Pick<Wish, 'label'>): string => (criterion === 'text' ? '' : named(label)),
    blankLabel: ({ label }: Pick<Wish, 'label'>): string => (OF_THE_WHOLE.has(criterion) ? '' : named(label)),
    why: ({ why, params }: Pick<Wish, 'why' | 'params'>): string => {
      const { date } = params;
      return t(`why.${why}`, typeof date === 'string' ? { ...params, date: formats.dateLong(date) } : params);
    },
  };
}

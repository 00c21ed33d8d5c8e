import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Criterion } from '../schema-matches.ts';

type Wish = Criterion['wishes'][number];

/** What a wish is called and why it counts as it does. The server names hours and start by a key, common words by themselves. */
export function useWishWords(criterion: Criterion['name']) {
  const t = useMessages('matching');
  const formats = useFormats();
  return {
    label: ({ label }: Pick<Wish, 'label'>): string => {
      if (criterion === 'text') return '';
      return criterion === 'availability' ? t(`wish.${label}`) : label;
    },
    why: ({ why, params }: Pick<Wish, 'why' | 'params'>): string => {
      const { date } = params;
      return t(`why.${why}`, typeof date === 'string' ? { ...params, date: formats.dateLong(date) } : params);
    },
  };
}

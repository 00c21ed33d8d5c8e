import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import type { ContactLine } from '../../person/schema.ts';

type Reason = Pick<ContactLine['reasons'][number], 'code' | 'params'>;

const DATES = new Set(['on', 'until', 'by']);

/** The sentence of a reason, with its dates as this reader writes them. */
export function useReasonWords(): (reason: Reason) => string {
  const t = useMessages('consent');
  const has = useHasMessage();
  const formats = useFormats();
  return ({ code, params }) => {
    const key = `contact.reason.${code}`;
    if (!has('consent', key)) return t('contact.reason.not_known');
    const shown = Object.entries(params).map(([name, value]) => {
      if (value === null) return [name, '–'];
      if (DATES.has(name)) return [name, formats.dateLong(String(value))];
      return [name, name === 'form' ? t(`form.${value}`) : value];
    });
    return t(key, Object.fromEntries(shown));
  };
}

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';

/** Something the server says as a code with its facts. */
export interface Fact {
  code: string;
  params: Record<string, string | number>;
}

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The sentence for a code of this room, with dates as the reader writes them. */
export function useSentence(): (fact: Fact) => string {
  const t = useMessages('inventory');
  const has = useHasMessage();
  const formats = useFormats();
  const shown = (value: string | number) =>
    typeof value === 'string' && CALENDAR_DATE.test(value) ? formats.dateLong(value) : value;
  return ({ code, params }) => {
    const key = code.replace(/^inventory\./, '');
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)]));
    const isKnown = has('inventory', key) || has('inventory', `${key}_other`);
    return isKnown ? t(key, values) : t('unknown_code', { code });
  };
}

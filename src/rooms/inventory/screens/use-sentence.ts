import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';

/** Something the server says as a code with its facts. */
export interface Fact {
  code: string;
  params: Record<string, string | number>;
}

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Facts that are words of ours, and the list that names them. */
const NAMED_BY: Record<string, string> = {
  stage: 'choice.application_stage',
  outcome: 'choice.application_outcome',
  kind: 'choice.employment_kind',
};

/** The sentence for a code of this room, with dates and our own words as the reader writes them. */
export function useSentence(): (fact: Fact) => string {
  const t = useMessages('inventory');
  const has = useHasMessage();
  const formats = useFormats();
  const shown = (name: string, value: string | number) => {
    if (typeof value === 'string' && CALENDAR_DATE.test(value)) return formats.dateLong(value);
    const word = `${NAMED_BY[name] ?? 'choice'}.${value}`;
    if (name in NAMED_BY && has('inventory', word)) return t(word);
    return value;
  };
  return ({ code, params }) => {
    const key = code.replace(/^inventory\./, '');
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(name, value)]));
    const isKnown = has('inventory', key) || has('inventory', `${key}_other`);
    return isKnown ? t(key, values) : t('unknown_code', { code });
  };
}

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessagesOf } from '#ground/i18n/use-messages.ts';
import type { LetterStart } from './types.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Why a letter may not go, as the consent room says it. */
export function useRefusalWords(): (refusal: NonNullable<LetterStart['refusal']>) => string {
  const of = useMessagesOf(['campaigns', 'consent']);
  const has = useHasMessage();
  const formats = useFormats();
  return ({ code, params }) => {
    const key = `contact.reason.${code}`;
    if (!has('consent', key)) return of('campaigns')('personalPage.refused_other');
    const shown = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && DATE.test(value) ? formats.dateLong(value) : value,
    ]);
    return of('consent')(key, Object.fromEntries(shown));
  };
}

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { ProposalReason } from '../../schema-clean-up.ts';

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The sentence for why something is proposed, with dates as the reader writes them. */
export function useReasonWords(): (reason: ProposalReason) => string {
  const t = useMessages('pools');
  const formats = useFormats();
  return ({ code, params }) => {
    const shown = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && CALENDAR_DATE.test(value) ? formats.dateLong(value) : value,
    ]);
    return t(`clean_up.reason.${code}`, Object.fromEntries(shown));
  };
}

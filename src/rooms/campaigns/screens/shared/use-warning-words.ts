import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Warning } from '../../schema-writing.ts';

/** The sentence for what the check found. */
export function useWarningWords(): (warning: Warning) => string {
  const t = useMessages('campaigns');
  return ({ code, params, language }) =>
    t(`warning.${code}`, { ...params, language: language === null ? '' : t(`result.lang.${language}`) });
}

import { isLanguage, localeOf } from './languages.ts';

const formatters = new Map<string, Intl.NumberFormat>();

/** A number as the reader writes it: 4’812 in Switzerland, 4.812 in Germany, 4,812 in English. */
export function formatNumber(value: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  const locale = isLanguage(language) ? localeOf(language) : language;
  const key = locale + JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, formatter);
  // Some versions of the locale data write a typewriter's apostrophe.
  return formatter.format(value).replaceAll("'", '’');
}

interface Words {
  services: { formatter?: { add: (name: string, format: (value: unknown, language?: string) => string) => void } };
}

/** Makes `{{count, number}}` in messages write numbers the same way. */
export function addNumberFormat({ services }: Words): void {
  services.formatter?.add('number', (value, language) => formatNumber(Number(value), language ?? 'de'));
}

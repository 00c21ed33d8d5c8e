import type { Formats } from '#ground/i18n/formats.ts';
import { formatsFor } from '#ground/i18n/formats.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import type { PersonExport } from './export.ts';

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const plain = (text: string) => text.replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);

const STYLE =
  'body{font:16px/25px Arial,sans-serif;max-width:680px;margin:0 auto;padding:20px;color:#17212b;background:#fff}h1{font:29px/35px Georgia,serif}h2{font-size:18px;margin-top:34px;border-bottom:1px solid #85817a}dl{border-bottom:1px solid #e3e0d9;margin:0;padding:11px 0}dt{font-size:13px;color:#43505b}dd{margin:0 0 6px;white-space:pre-wrap;overflow-wrap:anywhere}';

/** The same as the JSON file, for people: a page without anything that is loaded from elsewhere. */
export function exportPage({ exportedAt, company, name, parts }: PersonExport, language: 'de' | 'en'): string {
  const words = serverMessages(language);
  const formats = formatsFor(language, 'UTC');
  const say = (key: string, values: Record<string, unknown> = {}) => plain(words('consent', `export.${key}`, values));
  const sections = Object.entries(parts)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => `<h2>${say(`table.${table}`)}</h2>${rows.map((row) => entry(row, say, formats)).join('')}`);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${say('title', { company })}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${say('title', { company })}</h1><p>${say('lede', { name, day: formats.dateLong(exportedAt) })}</p>`,
    ...sections,
    '</main></body></html>',
  ].join('\n');
}

function entry(row: Record<string, unknown>, say: (key: string) => string, formats: Formats): string {
  const lines = Object.entries(row).map(
    ([column, value]) => `<dt>${say(`column.${column}`)}</dt><dd>${plain(shown(value, say, formats))}</dd>`,
  );
  return `<dl>${lines.join('')}</dl>`;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/u;

function shownText(value: string, formats: Formats): string {
  if (DATE.test(value)) return formats.dateLong(value);
  return INSTANT.test(value) ? formats.dateTime(value) : value;
}

function shown(value: unknown, say: (key: string) => string, formats: Formats): string {
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'number') return formats.number(value);
  if (typeof value === 'string') return shownText(value, formats);
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? formats.list(value)
    : JSON.stringify(value, null, 1);
}

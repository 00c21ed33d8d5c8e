import { remembered } from './remembered.ts';
import { foldWords, isBlank, tidyText } from './text-form.ts';

export interface Place {
  postcode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
}

/** Splits `8400 Winterthur`, `D-79761 Waldshut`, `Wien, Österreich`, `Zürich Area, Switzerland`, `Basel (BS)`. */
export const readPlace: (raw: string) => Readonly<Place> = remembered(splitPlace);

function splitPlace(raw: string): Place {
  const text = tidyText(raw).slice(0, 160);
  if (isBlank(text)) return {};
  const { rest, country } = withoutCountry(text);
  const found = (CODED.exec(rest) ?? BEHIND.exec(rest))?.groups;
  if (!found) return keep({ city: cityOf(rest), country });
  const { sign = '', postcode, city = '' } = found;
  return keep({ postcode, city: cityOf(city), country: readCountry(sign) ?? country });
}

/** ISO code for a country's name in German, English, French or Italian, its ISO code or its sign on cars. */
export function readCountry(raw: string): string | undefined {
  const text = tidyText(raw);
  if (isBlank(text)) return undefined;
  return BY_NAME.get(foldWords(text)) ?? BY_NAME.get(foldWords(text.replace(/\(.*\)/, '')));
}

/** A postcode as it is written in the country; undefined when it cannot be one there. */
export function readPostcode(raw: string, country = ''): string | undefined {
  const text = tidyText(raw)
    .replace(/^(?:[A-Z]{1,2}|FL)[\s-]+(?=\d)/, '')
    .replace(/\.0$/, '');
  if (!/^(?=.*\d)[\dA-Z][\dA-Z -]{1,9}$/i.test(text)) return undefined;
  const digits = LENGTHS[country];
  if (!digits) return text.toUpperCase();
  // Spreadsheets drop the leading zero of 01067 Dresden.
  const padded = country === 'DE' && /^\d{4}$/.test(text) ? `0${text}` : text;
  return /^\d+$/.test(padded) && padded.length === digits ? padded : undefined;
}

const LENGTHS: Record<string, number> = { DE: 5, CH: 4, AT: 4, LI: 4, FR: 5, IT: 5, LU: 4, BE: 4, DK: 4, ES: 5 };

const CODED = /^(?:(?<sign>[A-Z]{1,3})[\s-]{1,3})?(?<postcode>\d{4,5})(?:\s+|,\s*|$)(?<city>.*)$/;
const BEHIND = /^(?<city>.+?)[\s,]+(?<postcode>\d{4,5})$/;

const CAR_SIGNS: Record<string, string> = {
  d: 'DE',
  a: 'AT',
  ch: 'CH',
  fl: 'LI',
  f: 'FR',
  i: 'IT',
  l: 'LU',
  b: 'BE',
  nl: 'NL',
  e: 'ES',
  p: 'PT',
  s: 'SE',
  gb: 'GB',
  h: 'HU',
  hr: 'HR',
  slo: 'SI',
};
const OTHER_NAMES: Record<string, string> = {
  uk: 'GB',
  england: 'GB',
  schottland: 'GB',
  'great britain': 'GB',
  usa: 'US',
  'united states of america': 'US',
  holland: 'NL',
  brd: 'DE',
  bundesrepublik: 'DE',
  tschechien: 'CZ',
  ger: 'DE',
  deu: 'DE',
  che: 'CH',
  aut: 'AT',
  sui: 'CH',
  svizzera: 'CH',
  suisse: 'CH',
  svizra: 'CH',
  oesterreich: 'AT',
  fra: 'FR',
  ita: 'IT',
  gbr: 'GB',
};

const BY_NAME = countryNames();

function countryNames(): Map<string, string> {
  const found = new Map<string, string>();
  const names = ['de', 'en', 'fr', 'it'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  );
  for (const code of regionCodes()) {
    for (const name of names) found.set(foldWords(name.of(code) ?? code), code);
    found.set(code.toLowerCase(), code);
  }
  for (const [name, code] of [...Object.entries(CAR_SIGNS), ...Object.entries(OTHER_NAMES)])
    found.set(foldWords(name), code);
  return found;
}

/** Two letters for which the runtime knows a name; groupings and reserved codes are left out. */
function regionCodes(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const others = new Set([
    'EU',
    'EZ',
    'UN',
    'QO',
    'XA',
    'XB',
    'ZZ',
    'UK',
    'DD',
    'SU',
    'YU',
    'TP',
    'FX',
    'BU',
    'ZR',
    'AN',
    'CS',
    'NT',
  ]);
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !others.has(code) && names.of(code) !== undefined);
}

function withoutCountry(text: string): { rest: string; country?: string } {
  const { rest, last } = /^(?<rest>.+?)\s*[,/(]\s*(?<last>[^,/()]+?)\)?$/.exec(text)?.groups ?? {};
  const country = last ? countryName(last) : undefined;
  if (rest && country) return { rest, country };
  const whole = countryName(text);
  return whole ? { rest: CITY_STATES.has(whole) ? text : '', country: whole } : { rest: text };
}

/** Their name is a city as well. */
const CITY_STATES = new Set(['LU', 'SG', 'MC', 'VA', 'SM']);

/** Canton signs (`GE`, `AI`) and car signs in brackets are no countries: names, and `CH`, `DE`, `AT`, only. */
function countryName(text: string): string | undefined {
  return text.length > 3 || /^(?:CH|DE|AT|UK|USA|FL)$/.test(text) ? readCountry(text) : undefined;
}

function cityOf(text: string): string | undefined {
  const city = text
    .replace(/^(?:greater|grossraum|großraum|raum|region)\s+/i, '')
    .replace(/\s+(?:metropolitan\s+)?(?:area|region|und umgebung)$/i, '')
    .replace(/[\s,]+$/, '')
    .trim();
  return city === '' || isBlank(city) ? undefined : city;
}

function keep(place: Place): Place {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
}

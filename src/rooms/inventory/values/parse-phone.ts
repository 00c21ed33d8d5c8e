import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import { isBlank, tidyText } from './text-form.ts';

/** A number in E.164 without its extension. */
export interface Phone {
  number: string;
  extension?: string;
}

interface PhonesReading {
  phones: Phone[];
  /** What stood in the cell and is no reachable number. `rounded` is Excel's `4,179E+10`: the digits are lost. */
  refused: { text: string; why: 'unreadable' | 'rounded' }[];
}

/**
 * Reads all phone numbers of a cell.
 * @param country ISO 3166-1 alpha-2 for numbers without a country code
 */
export function readPhones(raw: string, country: string): PhonesReading {
  const tidy = raw.replace(/[\r\n]+/g, ';').slice(0, 300);
  const reading: PhonesReading = { phones: [], refused: [] };
  if (isBlank(tidy)) return reading;

  for (const piece of tidy.split(SEPARATORS)) addPiece(reading, tidyText(piece), country);
  return reading;
}

const SEPARATORS = /[;|]|,(?=\s*(?:[+0(]|\p{L}))|\s(?:oder|or|und|and|bzw\.?)\s/u;

function addPiece(reading: PhonesReading, text: string, country: string): void {
  if (isBlank(text)) return;
  if (/\d[.,]?\d*e\+?\d+$/i.test(text)) {
    reading.refused.push({ text, why: 'rounded' });
    return;
  }
  const whole = parsePhone(text, country);
  const found = whole ? [whole] : parsePair(text, country);
  if (found.length === 0) reading.refused.push({ text, why: 'unreadable' });
  for (const phone of found)
    if (!reading.phones.some(({ number }) => number === phone.number)) reading.phones.push(phone);
}

/** `0171/123 45 67` is one number, `044 123 45 67 / 079 123 45 67` are two: split only when the whole is no number. */
function parsePair(text: string, country: string): Phone[] {
  const pieces = text.split(/\s*\/\s*(?=[+0(])|\s{2,}|\s+-\s+/).filter(Boolean);
  if (pieces.length < 2) return [];
  const phones = pieces.map((piece) => parsePhone(piece, country));
  return phones.every((phone) => phone !== undefined) ? phones : [];
}

/**
 * The plain mobile numbers of the two largest countries, without the library: it needs a hundredfold of the time.
 * Each form is narrower than the library's own pattern for the country; a test compares the two.
 */
const PLAIN_MOBILE: Record<string, { form: RegExp; code: string }> = {
  CH: { form: /^0?(7[6-9]\d{7})$/, code: '+41' },
  DE: { form: /^0(1(?:5[127]\d{8}|6[023]\d{7}|7\d{8}))$/, code: '+49' },
};

function plainMobile(text: string, country: string): Phone | undefined {
  const known = PLAIN_MOBILE[country];
  const found = known && /^[\d\s/.-]+$/.test(text) ? known.form.exec(text.replace(/\D/g, ''))?.[1] : undefined;
  return known && found ? { number: known.code + found } : undefined;
}

function parsePhone(text: string, country: string): Phone | undefined {
  const digits = text.replace(/\D/g, '').length;
  if (digits < 6 || digits > 22) return undefined;
  return plainMobile(text, country) ?? viaLibrary(text, country);
}

function viaLibrary(text: string, country: string): Phone | undefined {
  const dialable = text
    .replace(/\(\s*0\s*\)|['’]/g, ' ')
    .replace(LABEL, '')
    .replace(REMARK, '')
    .replace(INTERNAL, ' ext. ')
    .trim();
  if (/\p{L}/u.test(dialable.replace(' ext. ', ''))) return undefined;
  const found =
    valid(dialable, country) ?? (/^[1-9]\d{9,}$/.test(dialable) ? valid(`+${dialable}`, country) : undefined);
  return found ? { number: found.number, ...(found.ext ? { extension: found.ext } : {}) } : undefined;
}

/** `Tel. mobil:`, `M:`, `P`, but no word inside the number. */
const LABEL = /^[\p{L}\s.()-]{1,24}[:.]?\s*(?=[+\d(])/u;
const REMARK = /\s*\(?\s*(?:privat|gesch(?:ä|ae)ftlich|mobile?|handy|private|work|home|cell|natel)\s*\)?\.?$/iu;
const INTERNAL = /\s*(?:ext\.?|extension|durchwahl|dw\.?|app\.?|apparat|intern)\s*:?\s*(?=\d{1,6}$)/iu;

function valid(text: string, country: string): PhoneNumber | undefined {
  const found = parsePhoneNumberFromString(text, country as CountryCode);
  return found?.isValid() ? found : undefined;
}

import { readCvLines } from './cv-lines.ts';
import { findName } from './cv-name.ts';
import { findSkills } from './cv-skills.ts';
import { findStations } from './cv-stations.ts';
import type { CvProposal, CvTextField } from './cv-types.ts';

type Found = Omit<Extract<CvProposal, { field: CvTextField }>, 'page'>;

/**
 * Proposals in the order of their fields, each with its words and place.
 * @param pageOffsets where each page begins; empty where pages have no meaning
 */
export function findFacts(text: string, pageOffsets: number[]): CvProposal[] {
  const lines = readCvLines(text);
  const emails = findEmails(text);
  const found = [
    ...findName(lines, emails[0]?.value),
    ...emails,
    ...findPhones(text),
    ...findLinks(text),
    ...findCity(text),
    ...findStations(lines),
    ...findSkills(lines),
  ];
  return found.map((proposal) => ({ ...proposal, ...pageOf(proposal.offset, pageOffsets) }));
}

function pageOf(offset: number, pageOffsets: number[]): { page?: number } {
  return pageOffsets.length === 0 ? {} : { page: pageOffsets.findLastIndex((start) => start <= offset) + 1 };
}

const EMAIL = /[\p{L}\d][\p{L}\d._%+-]{0,63}@(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,18}/gu;

function findEmails(text: string): Found[] {
  const found = [...text.matchAll(EMAIL)].map((match) => {
    const [quote] = match;
    return { field: 'email' as const, value: quote.toLowerCase(), quote, offset: match.index };
  });
  return unique(found).slice(0, 3);
}

const PHONE = /(?<![\p{L}\d/.-])(?:\+|00)?\(?\d[\d ()/.\u00a0-]{7,20}\d(?![\p{L}\d])/gu;
const DATE_LIKE = /^\(?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d{2}\s*[-–/]\s*(?:19|20)?\d{2}|^\d{1,2}[./]\d{4}/u;

/** Numbers as they are written; the country is not known here. Dates and staff numbers look alike and are left out. */
function findPhones(text: string): Found[] {
  const found = [...text.matchAll(PHONE)].filter(([quote]) => {
    const digits = quote.replaceAll(/\D/gu, '').length;
    return digits >= 9 && digits <= 16 && /^(?:\+|\(?0)/u.test(quote) && !DATE_LIKE.test(quote);
  });
  const proposals = found.map((match) => {
    const quote = match[0].replace(/\)$/u, (end) => (match[0].includes('(') ? end : ''));
    return { field: 'phone' as const, value: quote.replaceAll('\u00a0', ' '), quote, offset: match.index };
  });
  return unique(proposals).slice(0, 3);
}

const LINK =
  /(?<![@\p{L}\d.-])(?:https?:\/\/)?(?:[\p{L}\d-]{1,63}\.){1,4}(?:com|de|ch|at|org|net|io|dev|me|eu|info|li|app)(?![\p{L}\d.@-]*@)(?:\/[^\s,;|<>"“”]*)?(?![\p{L}\d])/giu;

function findLinks(text: string): Found[] {
  const links = [...text.matchAll(LINK)].map((match) => {
    const quote = match[0].replace(/[.)]+$/u, '');
    const value = /^https?:/iu.test(quote) ? quote : `https://${quote}`;
    return { field: linkField(value), value, quote, offset: match.index };
  });
  const isWebsite = ({ field, quote }: Found) =>
    field !== 'website' || /^(?:https?:|www\.)|\//iu.test(quote) || /\.(?:dev|me|io)$/iu.test(quote);
  return unique(links.filter(isWebsite)).slice(0, 6);
}

function linkField(url: string): 'linkedin_url' | 'xing_url' | 'website' {
  const host = /^https?:\/\/([^/]+)/iu.exec(url)?.[1]?.toLowerCase() ?? '';
  if (/(?:^|\.)linkedin\.com$/u.test(host)) return 'linkedin_url';
  return /(?:^|\.)xing\.(?:com|to)$/u.test(host) ? 'xing_url' : 'website';
}

const LABELLED_CITY = /^(?:wohnort|ort|city|location|residence|domicile)\s*[:\t]\s*(\p{Lu}[\p{L} .'-]{1,40})/imu;
const POSTCODE_CITY =
  /(?<![\d.,/–-] ?)\b(?:(?:CH|D|A|DE|AT)[- ])?(\d{4,5})[ \u00a0]+(\p{Lu}[\p{L}.'-]+(?:[ -](?:\p{Lu}[\p{L}.'-]+|am|an|der|im|ob|bei|a\.))*)/gu;

function findCity(text: string): Found[] {
  const labelled = LABELLED_CITY.exec(text);
  const place = /^\d/u.test(labelled?.[1] ?? '') ? null : labelled;
  if (place?.[1]) return [{ field: 'city', value: place[1].trim(), quote: place[0], offset: place.index }];
  const found = [...text.matchAll(POSTCODE_CITY)].find((match) => !isYear(match[1] ?? '', text, match.index));
  return found?.[2] ? [{ field: 'city', value: found[2].trim(), quote: found[0], offset: found.index }] : [];
}

/** "2019 Zürich" is a year and a place unless a street with its number stands right before it. */
function isYear(digits: string, text: string, at: number): boolean {
  const isPossible = digits.length === 4 && Number(digits) >= 1950 && Number(digits) <= 2100;
  return isPossible && !/\p{L}{3,}\.?\s\d{1,4}\s?[a-z]?\s*[,\n|·•\t]\s*$/iu.test(text.slice(Math.max(0, at - 60), at));
}

function unique(found: Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const isNew = !seen.has(value.replaceAll(/\W/gu, '').toLowerCase());
    seen.add(value.replaceAll(/\W/gu, '').toLowerCase());
    return isNew;
  });
}

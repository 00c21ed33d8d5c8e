import { colognePhonetic } from './cologne-phonetic.ts';
import { fold, withoutUmlauts } from './fold.ts';
import { givenNameGroups } from './given-names.ts';
import { prepareEmail } from './prepare-email.ts';
import type { FamilyName, GivenName, Phone, PlainValue, PreparedRecord, Street } from './prepared.ts';
import { spellingOf } from './similarity.ts';
import type { ComparisonRecord } from './types.ts';
import { countedValue, shareByText, type ValueBook } from './values.ts';

const TITLES = new Set(
  'dr prof dipl ing mag msc bsc mba ba ma phd rer nat med jur phil habil hc lic oec iur herr frau mr mrs ms miss'.split(
    ' ',
  ),
);
const PARTICLES = new Set(
  'von vom van der den de da di del della dos du la le zu zur zum ter ten y und geb'.split(' '),
);
const LEGAL_FORMS = new Set(
  'gmbh co kg ag ug ohg se sarl sa gruppe group holding mbh ltd inc llc ev eg e k v'.split(' '),
);
const ID_LENGTH_MIN = 3;
const PHONE_DIGITS_MIN = 6;
/** The last eight digits are the same with and without country code, trunk zero and most area code spellings. */
const PHONE_DIGITS_COMPARED = 8;

export function prepareRecord(book: ValueBook, record: ComparisonRecord): PreparedRecord {
  const first = shared(book, 'first', record.firstName, givenName);
  const last = shared(book, 'last', record.lastName, familyName);
  const birthName = shared(book, 'last', record.birthName, familyName);
  const keys = record.birthDateKeys;
  const names = { first, last, birthName };
  return {
    id: record.id,
    ...names,
    emails: present(record.emails.map((email) => prepareEmail(book, email, names))),
    phones: present(record.phones.map((number) => phone(book, number))),
    birth:
      keys && shareByText(book, 'birth', keys.whole, () => ({ exact: countedValue(book, 'birth', keys.whole), keys })),
    street: street(book, record.street ?? ''),
    postcode: shared(book, 'postcode', record.postcode, plain('place')),
    city: shared(book, 'city', record.city, plain('place')),
    employer: shared(book, 'employer', record.employer, employer),
    otherIds: present((record.otherIds ?? []).map((id) => otherId(book, id))),
    links: present((record.links ?? []).map((url) => link(book, url))),
  };
}

function shared<T>(
  book: ValueBook,
  kind: string,
  text: string | undefined,
  build: (book: ValueBook, text: string) => T | undefined,
): T | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  return shareByText<T | null>(book, kind, trimmed, () => build(book, trimmed) ?? null) ?? undefined;
}

function present<T>(values: (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

function givenName(book: ValueBook, raw: string): GivenName | undefined {
  const tokens = withoutWords(fold(raw).split(' '), TITLES);
  if (tokens.length === 0) return undefined;
  const text = tokens.join('');
  return shareByText(book, 'given', tokens.join(' '), () => {
    const own = givenNameGroups(text);
    const groups = own.length > 0 ? own : tokens.flatMap((token) => givenNameGroups(token));
    return {
      exact: countedValue(book, 'first', text),
      written: spellingOf(text),
      plain: spellingOf(withoutUmlauts(text)),
      tokens,
      groups: [...new Set(groups)].map((group) => countedValue(book, 'first_group', String(group))),
      isKnown: own.length > 0,
      phonetic: colognePhonetic(text),
    };
  });
}

function familyName(book: ValueBook, raw: string): FamilyName | undefined {
  const words = withoutWords(fold(raw).split(' '), TITLES);
  const tokens = withoutWords(words, PARTICLES);
  const kept = tokens.length > 0 ? tokens : words;
  if (kept.length === 0) return undefined;
  const text = kept.join('');
  return shareByText(book, 'family', kept.join(' '), () => ({
    exact: countedValue(book, 'last', text),
    written: spellingOf(text),
    spelling: countedValue(book, 'last_spelling', withoutUmlauts(text)),
    plain: spellingOf(withoutUmlauts(text)),
    parts: kept.filter((part) => part.length > 1).map((part) => countedValue(book, 'last_part', withoutUmlauts(part))),
    phonetic: colognePhonetic(text),
  }));
}

/** Without the words of the list, unless nothing would be left. */
function withoutWords(words: string[], list: Set<string>): string[] {
  const kept = words.filter((word) => word !== '' && !list.has(word));
  return kept.length > 0 ? kept : words.filter((word) => word !== '');
}

function phone(book: ValueBook, raw: string): Phone | undefined {
  const digits = raw.replace(/\D/g, '');
  if (digits.length < PHONE_DIGITS_MIN) return undefined;
  const compared = digits.slice(-PHONE_DIGITS_COMPARED);
  return { exact: countedValue(book, 'phone', compared), written: spellingOf(compared) };
}

function street(book: ValueBook, raw: string): Street | undefined {
  const folded = fold(raw)
    .replace(/stra(ss|s)e\b/g, 'str')
    .replace(/\bstreet\b/g, 'st');
  const number = /\d+/.exec(folded)?.[0] ?? '';
  const name = folded.replace(/\d+ ?[a-z]?\b/g, '').replaceAll(' ', '');
  if (name === '') return undefined;
  const spelling = withoutUmlauts(name);
  return {
    house: countedValue(book, 'house', `${spelling} ${number}`),
    street: countedValue(book, 'street', spelling),
    name: spellingOf(spelling),
    number,
  };
}

function plain(kind: 'place') {
  return (book: ValueBook, raw: string): PlainValue | undefined => {
    const text = withoutUmlauts(fold(raw)).replaceAll(' ', '');
    return text === '' ? undefined : { exact: countedValue(book, kind, text), written: spellingOf(text) };
  };
}

function employer(book: ValueBook, raw: string): PlainValue | undefined {
  const text = withoutUmlauts(withoutWords(fold(raw).split(' '), LEGAL_FORMS).join(' ')).replaceAll(' ', '');
  return text === '' ? undefined : { exact: countedValue(book, 'employer', text), written: spellingOf(text) };
}

function otherId(book: ValueBook, raw: string): PlainValue | undefined {
  const text = fold(raw).replaceAll(' ', '');
  return text.length < ID_LENGTH_MIN
    ? undefined
    : { exact: countedValue(book, 'other_id', text), written: spellingOf(text) };
}

function link(book: ValueBook, raw: string): PlainValue | undefined {
  const text = raw
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^(www|[a-z]{2})\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  return text === '' ? undefined : { exact: countedValue(book, 'link', text), written: spellingOf(text) };
}

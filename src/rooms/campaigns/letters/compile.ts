import type { SQL } from '../sending/sql.ts';
import type { ReaderFacts } from '../sending/letters.ts';
import type { BrandDesign, Letter } from '../schema-letter.ts';
import type { LetterLanguage } from '../types.ts';
import { LETTER_LANGUAGES } from '../types.ts';
import { formatsFor } from '#ground/i18n/formats.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { footWords } from './foot.ts';
import type { Sender } from './foot.ts';
import { lookOf } from './look/look.ts';
import type { Frame } from './look/page.ts';
import { pageParts } from './look/page.ts';
import { openSheet } from './look/sheet.ts';
import type { Maker, Variant } from './maker.ts';
import { makerOf, seenBlocks } from './maker.ts';
import { textParts } from './plain/text-parts.ts';
import type { Form } from './words/pieces.ts';
import { fixed } from './words/pieces.ts';
import type { ReadyBlock, Shelf } from './words/ready.ts';
import { lineIn, readyBlocks } from './words/ready.ts';
import type { WayTo } from './words/ways.ts';
import { addressesOf, withWays } from './words/ways.ts';
import { letterWords } from './words/our-words.ts';

/** Everything a letter is made of, loaded. */
export interface LetterParts extends Shelf {
  letter: Letter;
  brand: BrandDesign;
  /** The language of readers for whose language nothing is written. */
  mainLanguage: LetterLanguage;
  /** The rules as SQL, each once, and which block has which of them. */
  conditions: readonly SQL[];
  bits: ReadonlyMap<string, number>;
  sender: Sender;
  /** Whether readers are told that openings of links are counted. */
  countsClicks: boolean;
  /** Where a link leads instead of to its address; left out where nothing is counted, and in everything that is only looked at. */
  wayTo?: WayTo | undefined;
}

export interface CompiledLetter extends Maker {
  conditions: readonly SQL[];
  /** In which language somebody of a language reads it. */
  languageFor: (language: LetterLanguage) => LetterLanguage;
  variant: (language: LetterLanguage, form?: Form) => Variant;
  /** Of all blocks, also of those that are left out in some language. */
  blockIds: readonly string[];
  seenBy: (reader: Pick<ReaderFacts, 'language' | 'visible'>) => string[];
}

/** Renders every language and form once, when somebody needs it. What is made for a reader afterwards is a matter of microseconds. */
export function compileLetter(parts: LetterParts): CompiledLetter {
  const written = perForm((language, form) => once(() => variantOf(parts, language, form)));
  const makers = perForm((language, form) => once(() => makerOf(written[language][form]())));
  const languageFor = (language: LetterLanguage) => (isWritten(parts.letter, language) ? language : parts.mainLanguage);
  const makerFor = (reader: ReaderFacts) => makers[languageFor(reader.language)][formOf(reader)]();
  return {
    conditions: parts.conditions,
    variant: (language, form = 'formal') => written[language][form](),
    languageFor,
    blockIds: parts.letter.blocks.map(({ id }) => id),
    seenBy: ({ language, visible }) => {
      const variant = written[languageFor(language)].formal();
      const seen = seenBlocks(variant, visible);
      return variant.blocks.filter((_, i) => seen[i]).map(({ id }) => id);
    },
    make: (reader) => makerFor(reader).make(reader),
    stretches: (reader) => makerFor(reader).stretches(reader),
  };
}

type PerForm<T> = Record<LetterLanguage, Record<Form, T>>;

const perForm = <T>(make: (language: LetterLanguage, form: Form) => T): PerForm<T> => ({
  de: { formal: make('de', 'formal'), informal: make('de', 'informal') },
  en: { formal: make('en', 'formal'), informal: make('en', 'informal') },
});

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const formOf = ({ fields }: Pick<ReaderFacts, 'fields'>): Form =>
  fields['address_form'] === 'du' ? 'informal' : 'formal';

/** A language in which the letter has a subject is one that it speaks. */
export const isWritten = ({ subject }: Pick<Letter, 'subject'>, language: LetterLanguage): boolean =>
  lineIn(subject[language], 'formal') !== undefined;

export const writtenLanguages = (letter: Pick<Letter, 'subject'>): LetterLanguage[] =>
  LETTER_LANGUAGES.filter((language) => isWritten(letter, language));

function variantOf(parts: LetterParts, language: LetterLanguage, form: Form): Variant {
  const { letter, brand, bits, sender, countsClicks } = parts;
  const locale = localeOf(parts, language);
  const words = letterWords(locale);
  const blocks = blocksIn(parts, language, form).map((block) => withWays(block, parts.wayTo));
  const day = formatsFor(locale, 'UTC').dateLong;
  const foot = footWords({
    sender,
    language,
    form: formOfFoot(letter, language, form),
    brand,
    words,
    day,
    countsClicks,
  });
  const frame = { ...frameOf(parts, language, form), locale, foot };
  return {
    language,
    subject: frame.subject,
    blocks: blocks.map(({ id, kind }) => ({ id, bit: bits.get(id), speaks: kind !== 'divider' })),
    page: pageParts(blocks, frame, { look: lookOf(brand), sheet: openSheet() }),
    text: textParts(blocks, frame),
    onlyWithOwnBlock: letter.onlyWithOwnBlock,
  };
}

const localeOf = ({ sender }: LetterParts, language: LetterLanguage): Language =>
  language === 'de' && sender.isSwiss ? 'de-CH' : language;

function blocksIn(parts: LetterParts, language: LetterLanguage, form: Form): ReadyBlock[] {
  const locale = localeOf(parts, language);
  const wording = { language, form, words: letterWords(locale), day: formatsFor(locale, 'UTC').dateLong };
  return readyBlocks(parts.letter, wording, parts);
}

/** Addresses to which the letter leads, in every language and form in which it can be read, each once. */
export function addressesIn(parts: LetterParts): string[] {
  const languages = new Set([...writtenLanguages(parts.letter), parts.mainLanguage]);
  const blocks = [...languages].flatMap((language) =>
    (['formal', 'informal'] as const).flatMap((form) => blocksIn(parts, language, form)),
  );
  return [...new Set(blocks.flatMap(addressesOf))];
}

const frameOf = (
  { letter, brand, sender, pictures }: LetterParts,
  language: LetterLanguage,
  form: Form,
): Omit<Frame, 'locale' | 'foot'> => ({
  subject: lineIn(letter.subject[language], form) ?? [fixed(sender.company)],
  preheader: letter.preheader[language] ?? '',
  company: brand.companyName || sender.company,
  logo: brand.logoPictureId === null ? undefined : pictures.get(brand.logoPictureId),
  about: sender.topic?.[language] ?? '',
});

/** Who wrote everything with Sie does not become familiar at the foot. */
const formOfFoot = (letter: Letter, language: LetterLanguage, form: Form): Form =>
  form === 'informal' &&
  letter.blocks.some((block) => 'words' in block && block.words[language]?.informal !== undefined)
    ? 'informal'
    : 'formal';

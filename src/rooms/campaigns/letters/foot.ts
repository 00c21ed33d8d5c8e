import type { BrandDesign } from '../schema-letter.ts';
import type { LetterLanguage } from '../types.ts';
import type { FootWords } from './look/page.ts';
import type { LetterWords } from './words/our-words.ts';
import type { Agreed } from '../sending/agreed.ts';
import type { Form, Piece } from './words/pieces.ts';
import { fixed } from './words/pieces.ts';

/** Who stands behind a letter. */
export interface Sender {
  company: string;
  /** Name and address as the law asks for; undefined while no sender is chosen. */
  postalAddress: string | undefined;
  topic: { de: string; en: string } | undefined;
  isSwiss: boolean;
}

interface ToSay {
  sender: Sender;
  brand: BrandDesign;
  language: LetterLanguage;
  form: Form;
  words: LetterWords;
  /** A date as the language writes it. */
  day: (date: string) => string;
  countsClicks: boolean;
}

/** Why it came, how to leave, who wrote it, and that nobody watches. */
export function footWords(toSay: ToSay): FootWords {
  const { sender, brand, language, form, words, countsClicks } = toSay;
  const own = (brand.foot[language] ?? '').split('\n');
  return {
    whyTitle: words('foot.why_title'),
    why: whyOf(toSay),
    links: [
      { words: words('foot.unsubscribe'), link: { kind: 'link', link: 'unsubscribe' } },
      { words: words('foot.choices'), link: { kind: 'link', link: 'preferences' } },
      { words: words('foot.view'), link: { kind: 'link', link: 'view' } },
    ],
    lines: [
      ...own,
      oneLineAddress(sender),
      words(`foot.${form}.not_measured`),
      countsClicks ? words('foot.clicks_counted') : '',
      words('foot.sent_with'),
    ].filter((line) => line.trim() !== ''),
  };
}

/** With the day of the reader's own yes, where there is one; the same sentence for all who agreed that day is made once. */
function whyOf({ sender, language, form, words, day }: ToSay): Piece {
  const topic = sender.topic?.[language];
  if (topic === undefined) return fixed(words(`foot.${form}.why`));
  const made = new Map<string, string>();
  const dated = ({ on, until }: Agreed) =>
    until === null
      ? words(`foot.${form}.why_since`, { topic, on: day(on) })
      : words(`foot.${form}.why_until`, { topic, on: day(on), until: day(until) });
  const undated = words(`foot.${form}.why_topic`, { topic });
  const say = (agreed: Agreed | undefined): string => {
    if (!agreed) return undated;
    const key = `${agreed.on} ${agreed.until}`;
    const said = made.get(key) ?? dated(agreed);
    made.set(key, said);
    return said;
  };
  return { kind: 'agreed', say };
}

const oneLineAddress = ({ postalAddress, company }: Sender): string =>
  (postalAddress ?? company).split(/\s*\n\s*/).join(', ');

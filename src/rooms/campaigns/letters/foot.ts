import type { BrandDesign } from '../schema-letter.ts';
import type { LetterLanguage } from '../types.ts';
import type { FootWords } from './look/page.ts';
import type { LetterWords } from './words/our-words.ts';
import type { Form } from './words/pieces.ts';

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
  countsClicks: boolean;
}

/** Why it came, how to leave, who wrote it, and that nobody watches. */
export function footWords({ sender, brand, language, form, words, countsClicks }: ToSay): FootWords {
  const topic = sender.topic?.[language];
  const own = (brand.foot[language] ?? '').split('\n');
  return {
    whyTitle: words('foot.why_title'),
    why: topic === undefined ? words(`foot.${form}.why`) : words(`foot.${form}.why_topic`, { topic }),
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

const oneLineAddress = ({ postalAddress, company }: Sender): string =>
  (postalAddress ?? company).split(/\s*\n\s*/).join(', ');

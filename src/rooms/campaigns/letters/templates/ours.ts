import type { z } from 'zod';
import type { Language } from '#ground/i18n/languages.ts';
import type { Letter } from '../../schema-letter.ts';
import { letter } from '../../schema-letter.ts';
import type { templateCard } from '../../schema-writing.ts';
import { LETTER_LANGUAGES } from '../../types.ts';
import { former } from './former.ts';
import { invitation } from './invitation.ts';
import { quarterly } from './quarterly.ts';
import { renewal } from './renewal.ts';
import { inSwitzerland } from './swiss.ts';

type TemplateCard = z.output<typeof templateCard>;

/** Their names and purposes are sentences: `template.<id>.name` and `.purpose`. What only a company can know stands in brackets. */
const card = (id: string, words: Letter): TemplateCard => ({
  id,
  origin: 'ours',
  name: null,
  purpose: null,
  languages: [...LETTER_LANGUAGES],
  letter: letter.parse(words),
});

export const OUR_TEMPLATES: readonly TemplateCard[] = [
  card('quarterly', quarterly),
  card('invitation', invitation),
  card('former', former),
  card('renewal', renewal),
];

/** The same as it is written in the company's country. */
export const ourTemplatesIn = (locale: Language): readonly TemplateCard[] =>
  locale === 'de-CH' ? OUR_TEMPLATES.map((one) => ({ ...one, letter: inSwitzerland(one.letter) })) : OUR_TEMPLATES;

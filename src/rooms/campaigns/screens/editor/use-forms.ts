import type { LetterLanguage } from '../../types.ts';
import { useEditing } from './editing.ts';
import { type Form, type Forms, inForm, withForm, withoutInformal } from './words.ts';

interface FormsOptions<Words> {
  /** The block, or `subject`. */
  ownerId: string;
  all: Forms<Words>;
  language: LetterLanguage;
  empty: Words;
  onChange: (all: Forms<Words>) => void;
}

/** The words of one language as the chosen form has them. English knows one form. */
export function useForms<Words>({ ownerId, all, language, empty, onChange }: FormsOptions<Words>) {
  const { formOf } = useEditing();
  const form: Form = language === 'de' ? formOf(ownerId) : 'formal';
  const written = all[language];
  return {
    field: fieldOf(ownerId, language, form),
    value: inForm(written, form) ?? empty,
    /** Du is read as Sie as long as nobody wrote it. */
    isInherited: form === 'informal' && written?.informal === undefined,
    hasInformal: written?.informal !== undefined,
    form,
    change: (words: Words) => onChange(withForm(all, language, form, words, empty)),
    beginInformal: () => onChange(withForm(all, language, 'informal', written?.formal ?? empty, empty)),
    dropInformal: () => onChange(withoutInformal(all, language)),
  };
}

/** The name of the words of a block among all fields of the letter. */
export const fieldOf = (ownerId: string, language: LetterLanguage, form: Form = 'formal'): string =>
  `${ownerId} ${language} ${form}`;

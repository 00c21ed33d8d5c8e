import type { LetterLanguage } from '../types.ts';
import type { Form } from './words/pieces.ts';

export interface Greeted {
  language: LetterLanguage;
  form: Form;
  title: string | null;
  firstName: string | null;
  lastName: string | null;
}

/** We don't know anybody's gender and don't guess it: the whole name stands in place of Frau, Herr, Ms and Mr. */
export function greetingOf({ language, form, title, firstName, lastName }: Greeted): string {
  const person = { first: wordOf(firstName), last: wordOf(lastName) };
  if (form === 'informal') return join(language === 'de' ? 'Hallo' : 'Hello', person.first || person.last);
  return language === 'de' ? inGerman(title, person) : inEnglish(title, person);
}

const wordOf = (name: string | null): string => name?.trim() ?? '';

interface Named {
  first: string;
  last: string;
}

const inGerman = (title: string | null, { first, last }: Named): string =>
  join('Guten Tag', last === '' ? '' : germanTitle(title), first, last);

function inEnglish(title: string | null, { first, last }: Named): string {
  if (first === '' && last === '') return 'Hello';
  const addressed = last === '' ? '' : englishTitle(title);
  return addressed === '' ? join('Dear', first, last) : join('Dear', addressed, last);
}

const join = (...words: string[]) => words.filter((word) => word !== '').join(' ');

/** Only these two are spoken; a degree stands on a card. */
const germanTitle = (title: string | null): string =>
  join(isProfessor(title) ? 'Prof.' : '', isDoctor(title) ? 'Dr.' : '');

function englishTitle(title: string | null): string {
  if (isProfessor(title)) return 'Professor';
  return isDoctor(title) ? 'Dr' : '';
}

const isProfessor = (title: string | null) => /\bprof\b/i.test(title ?? '');
const isDoctor = (title: string | null) => /\bdr\b/i.test(title ?? '');

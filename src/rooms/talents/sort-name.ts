import { fold } from '#ground/text/fold.ts';

export interface NameParts {
  title?: string | null;
  firstName: string;
  lastName: string;
}

/** The key of the alphabet: last name first, folded, so that every database sorts alike; small words such as "von" count. */
export const sortName = ({ firstName, lastName }: Pick<NameParts, 'firstName' | 'lastName'>): string =>
  `${fold(lastName)} ${fold(firstName)}`.trim() || `${lastName} ${firstName}`.trim().toLowerCase();

/** As one says it: "Dr. Anneliese Krähenbühl-Zürcher". */
export const fullName = ({ title, firstName, lastName }: NameParts): string =>
  [title, firstName, lastName].filter(Boolean).join(' ');

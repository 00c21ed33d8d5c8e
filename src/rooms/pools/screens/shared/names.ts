/** Names travel in parts; the screen puts them together. */
export interface NameParts {
  title: string | null;
  firstName: string;
  lastName: string;
}

export const nameOf = ({ title, firstName, lastName }: NameParts): string =>
  [title, firstName, lastName].filter(Boolean).join(' ');

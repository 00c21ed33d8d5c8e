/** Names travel in parts; the screen puts them together. */
export interface NameParts {
  title: string | null;
  firstName: string;
  lastName: string;
}

export const nameOf = ({ title, firstName, lastName }: NameParts): string =>
  [title, firstName, lastName].filter(Boolean).join(' ');

/** "Entwicklerin Gate-Treiber, Aare Power Modules, Aarau", as far as it is known. */
export const placeOf = (facts: { role: string | null; employer: string | null; city: string | null }): string =>
  [facts.role, facts.employer, facts.city].filter(Boolean).join(', ');

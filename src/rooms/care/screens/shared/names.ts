/** Names travel in parts; the screen puts them together. */
export interface NameParts {
  title: string | null;
  firstName: string;
  lastName: string;
}

export const nameOf = ({ title, firstName, lastName }: NameParts): string =>
  [title, firstName, lastName].filter(Boolean).join(' ');

/** "Entwicklerin Gate-Treiber, Aare Power Modules", as far as it is known. */
export const roleOf = ({ role, employer }: { role: string | null; employer: string | null }): string =>
  [role, employer].filter(Boolean).join(', ');

/** Day in UTC, `YYYY-MM-DD`; who is to be erased today is not shown any more. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

export const nameOf = ({ first_name, last_name }: { first_name: string; last_name: string }): string =>
  [first_name, last_name].filter(Boolean).join(' ');

import { initialsOf } from '#ground/ui/initials.ts';

/** A team member as shown beside a pool; null when nobody, or when the member is gone. */
export const memberOf = (
  id: string | null,
  name: string | null,
): { id: string; name: string; initials: string } | null =>
  id === null || name === null ? null : { id, name, initials: initialsOf(name) };

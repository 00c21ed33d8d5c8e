import { initialsOf } from '#ground/ui/initials.ts';
import type { Actor } from '#ground/context.ts';
import { forbidden } from '#ground/errors/app-error.ts';
import type { Member } from './schema-parts.ts';

/** A team member beside a person; null when nobody, or when the member is gone. */
export const memberOf = (id: string | null, name: string | null): Member | null =>
  id === null || name === null ? null : { id, name, initials: initialsOf(name) };

/**
 * A morning belongs to a person: the program itself has none.
 * @throws AppError care.only_for_members
 */
export function meOf({ memberId }: Pick<Actor, 'memberId'>): string {
  if (memberId === null) throw forbidden('care.only_for_members');
  return memberId;
}

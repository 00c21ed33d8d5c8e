import type { Ctx } from '#ground/context.ts';
import type { SealedPerson } from './schema.ts';

export interface SignedUp extends SealedPerson {
  entityId: string;
  language: 'de' | 'en';
  /** Where the form spoke to them with Du; unknown is Sie. */
  addressForm?: 'du';
  /** Where they came from: the name of the form. */
  source: string;
  /** The text about staying that they agreed to, and how that can be seen. */
  textId: string;
  evidence: string;
}

/** Who stands behind this mail address, made when there was nobody. Called in a transaction. */
type FindOrMake = (ctx: Ctx, person: SignedUp) => Promise<string>;

let findOrMake: FindOrMake | undefined;

/** The room that has the people stands below this one, and gives the way to them. */
export function providePeople(way: FindOrMake): void {
  findOrMake = way;
}

export function personFor(ctx: Ctx, person: SignedUp): Promise<string> {
  if (!findOrMake) throw new Error('no room keeps people: providePeople was not called');
  return findOrMake(ctx, person);
}

import type { Ctx } from '#ground/context.ts';
import { fold } from '#ground/text/fold.ts';
import { suppressionHash } from '#rooms/consent/index.ts';
import { comparableAddress } from '#rooms/talents/index.ts';
import type { ImportedPerson } from '../types.ts';

/** What is compared of a name when two records share an address. */
export interface KnownName {
  firstName: string;
  lastName: string;
}

/** A key that points to one person, in order of strength. */
export interface IdentityKey {
  kind: 'source' | 'email' | 'link' | 'phone';
  value: string;
}

export const keyText = ({ kind, value }: IdentityKey) => `${kind}:${value}`;

/** Everything under which a person may be known, made once for each row. */
export interface Identity {
  keys: IdentityKey[];
  /** Keyed hashes of the mail addresses, the first one first. */
  emailHashes: string[];
  /** Keyed hashes of everything by which somebody may have asked not to be recorded again. */
  marks: string[];
}

export function identityOf(ctx: Pick<Ctx, 'keys'>, person: ImportedPerson, system: string): Identity {
  const emailHashes = person.emails.map((value) => suppressionHash(ctx, { kind: 'email', value }));
  const phones = person.phones.map((value) => suppressionHash(ctx, { kind: 'phone', value }));
  const sourceId =
    person.sourceId && suppressionHash(ctx, { kind: 'source_id', value: `${system}:${person.sourceId}` });
  return {
    keys: identityKeys(person),
    emailHashes,
    marks: [...emailHashes, ...phones, ...(sourceId ? [sourceId] : [])],
  };
}

/** The keys under which somebody may already be here. */
export function identityKeys(person: ImportedPerson): IdentityKey[] {
  return [
    ...(person.sourceId ? [{ kind: 'source' as const, value: person.sourceId }] : []),
    ...person.emails.map((value) => ({ kind: 'email' as const, value: comparableAddress('email', value) })),
    ...person.links
      .filter(({ kind }) => kind !== 'website')
      .map(({ kind, url }) => ({ kind: 'link' as const, value: comparableAddress(kind, url) })),
    ...person.phones.map((value) => ({ kind: 'phone' as const, value })),
  ];
}

/**
 * Whether a shared key makes two records one person without asking anybody. A source id always does. Families share mail
 * addresses and phones, so there the given names must agree as well; a shared phone also wants the family name.
 * What this leaves open is not lost: the search for duplicates proposes it, and a human decides.
 */
export function isSurelySame(key: IdentityKey, here: KnownName, there: KnownName): boolean {
  if (key.kind === 'source' || key.kind === 'link') return true;
  const sameFamily = agree(here.lastName, there.lastName);
  const sameGiven = agreeGiven(here.firstName, there.firstName);
  if (key.kind === 'phone') return sameFamily === 'yes' && sameGiven === 'yes';
  if (sameGiven === 'unknown') return sameFamily === 'yes';
  return sameGiven === 'yes';
}

function agree(a: string, b: string): 'yes' | 'no' | 'unknown' {
  const [left, right] = [fold(a), fold(b)];
  if (left === '' || right === '') return 'unknown';
  return left === right ? 'yes' : 'no';
}

/** "A." and "Anna", "Anna" and "Anna Maria" agree; "Anna" and "Anton" do not. */
function agreeGiven(a: string, b: string): 'yes' | 'no' | 'unknown' {
  const [left, right] = [fold(a), fold(b)];
  if (left === '' || right === '') return 'unknown';
  if (left === right) return 'yes';
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length === 1) return long.startsWith(short) ? 'yes' : 'no';
  return long.split(' ')[0] === short.split(' ')[0] ? 'yes' : 'no';
}

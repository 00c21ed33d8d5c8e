import type { Company } from '../company.ts';
import type { Person } from '../people.ts';

export type Kind = 'silver' | 'applicant' | 'former' | 'contact' | 'visitor';

/** Somebody of the files with what the recruiters know by heart. */
export interface Relation {
  /** The address by which the talent is found: a mail address or, where there is none, the link. */
  address: string;
  person: Person;
  kind: Kind;
  /** Since when they are known, `YYYY-MM-DD`. */
  since: string;
  /** Where they worked or want to work. */
  site: string;
}

/** Everyone who may be kept, once, in a fixed order. */
export function relationsOf({ applications, former, connections, visitors }: Company): Relation[] {
  const all: Relation[] = [
    ...former
      .filter(({ consent }) => consent.answer === 'agreed')
      .map(({ person, leftOn, site }) => relation(person, 'former', leftOn, site)),
    ...visitors.map(({ person, metOn }) => relation(person, 'visitor', metOn)),
    ...connections.map(({ person, url, hasMail, connectedOn }) => ({
      ...relation(person, 'contact', connectedOn),
      address: hasMail ? person.email : url,
    })),
    ...applications
      .filter(({ consent }) => consent.answer === 'agreed')
      .map((one) => relation(one.person, isSilver(one) ? 'silver' : 'applicant', one.appliedOn)),
  ];
  const seen = new Map<string, Relation>();
  for (const one of all) if (!seen.has(one.address)) seen.set(one.address, one);
  return [...seen.values()];
}

const relation = (person: Person, kind: Kind, since: string, site: string = person.site): Relation => ({
  address: person.email, person, kind, since, site,
}); // prettier-ignore

const FAR: readonly string[] = ['Zweitgespräch', 'Assessment', 'Angebot'];
const isSilver = ({ stage, rating }: { stage: string; rating: number | undefined }) =>
  FAR.includes(stage) || (rating ?? 0) >= 4.2;

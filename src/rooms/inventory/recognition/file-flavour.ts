import type { FileKind, TargetField } from '../types.ts';
import { headerEvidence, type Flavour } from './header-evidence.ts';

/** How much a recognised column says about the kind of file; unambiguous ones count double. */
const WEIGHTS: Partial<Record<TargetField, [Flavour, number]>> = {
  application_vacancy: ['application', 2], application_on: ['application', 2], application_stage: ['application', 2], application_outcome: ['application', 2],
  application_rating: ['application', 1], application_place: ['application', 1], rejected_on: ['application', 2], rejection_reason: ['application', 2],
  application_source: ['application', 1], application_field_size: ['application', 2],
  employment_left_on: ['employment', 3], employment_entered_on: ['employment', 1], exit_reason: ['employment', 2], rehire_wish: ['employment', 2],
  employment_role: ['employment', 2], employment_unit: ['employment', 1], employment_kind: ['employment', 1],
  connected_on: ['contact', 3], contact_source: ['contact', 2], referred_by: ['contact', 1], last_contact_on: ['contact', 1],
}; // prettier-ignore

/** Headers that no field has but that only lists of one kind have. */
const HINTS: [Flavour, RegExp][] = [
  ['application', /bewerb|applica|kandidat|candidate|vakanz|recruit/i],
  ['employment', /personal-?(?:nr|nummer)|austritt|mitarbeiter|employee|planstelle|kostenstelle/i],
];

/** What the columns together speak of: applications, employments or contacts. */
export function fileFlavour(headers: readonly string[], kind: FileKind): Flavour {
  if (kind === 'linkedin' || kind === 'vcard') return 'contact';
  const votes = headers.flatMap(votesOf);
  const pointsOf = (flavour: Flavour) =>
    votes.filter(([voted]) => voted === flavour).reduce((sum, [, points]) => sum + points, 0);
  const ranked = FLAVOURS.map((flavour) => ({ flavour, points: pointsOf(flavour) })).toSorted(
    (a, b) => b.points - a.points,
  );
  const [first, second] = ranked;
  const isClear = first !== undefined && first.points >= 2 && first.points > (second?.points ?? 0);
  return isClear ? first.flavour : 'unknown';
}

const FLAVOURS: Flavour[] = ['application', 'employment', 'contact'];

function votesOf(header: string): [Flavour, number][] {
  const [best] = headerEvidence(header, 'unknown');
  const weight = best ? WEIGHTS[best.field] : undefined;
  const hints = HINTS.filter(([, hint]) => hint.test(header)).map(([flavour]): [Flavour, number] => [flavour, 1]);
  return weight ? [weight, ...hints] : hints;
}

import type { Candidate, Judged } from './candidate.ts';
import { NO_REASON } from './candidate.ts';
import type { DemandQuery, PersonFacts, Proof } from './types.ts';
import type { PlaceFit } from './values.ts';
import { dayNumber, hoursValue, percent, placeValue, startValue, UNKNOWN } from './values.ts';

/** @param folded town of the demand */
export function placeFit(
  { town, wouldMove }: Pick<PersonFacts, 'town' | 'wouldMove'>,
  wishesTown: boolean,
  folded: string,
  mayBeRemote: boolean,
): PlaceFit {
  if (town === folded || wishesTown) return 'here';
  if (wouldMove) return 'would_move';
  if (town === null) return 'unknown';
  return mayBeRemote ? 'remote' : 'elsewhere';
}

export function judgePlace(
  candidate: Candidate,
  { label, folded }: { label: string; folded: string },
  mayBeRemote: boolean,
): Judged {
  const { person, profile } = candidate;
  const wishesTown = person.wishedTowns.includes(folded);
  const fit = placeFit(person, wishesTown, folded, mayBeRemote);
  const none = {
    ...NO_REASON,
    label,
    value: placeValue(fit),
    proofs: wishesTown || fit === 'would_move' ? wishProof(candidate) : [],
  };
  if (fit === 'here') return { ...none, why: 'place_same', params: { city: label } };
  const city = profile?.city ?? person.town;
  return city === null ? none : { ...none, why: 'place_other', params: { city, wanted: label } };
}

function wishProof({ profile }: Candidate): Proof[] {
  const proof = profile?.wishProofs.town;
  return proof ? [proof] : [];
}

export function judgeAvailability(candidate: Candidate, query: DemandQuery): Judged[] {
  return [
    ...(query.hours ? [judgeHours(candidate, query.hours)] : []),
    ...(query.fromOn === null ? [] : [judgeStart(candidate, query.fromOn)]),
  ];
}

function judgeHours({ person, profile }: Candidate, hours: { from: number; to: number }): Judged {
  const none = { ...NO_REASON, label: hoursLabel(percent(hours.from), percent(hours.to)) };
  if (!person.hours) return { ...none, value: UNKNOWN };
  const wish = { from: percent(person.hours.from), to: percent(person.hours.to) };
  const planned = { from: percent(hours.from), to: percent(hours.to) };
  const value = hoursValue(wish, planned);
  const proofs = profile?.wishProofs.hours ? [profile.wishProofs.hours] : [];
  if (value.points >= 1) return { ...none, value, why: 'hours_fit', proofs };
  const params = { from: wish.from, to: wish.to, wantedFrom: planned.from, wantedTo: planned.to };
  return { ...none, value, why: 'hours_differ', params, proofs };
}

const hoursLabel = (from: number, to: number) => (from === to ? `${from} %` : `${from}–${to} %`);

/** The label is the date itself; the explanation writes it in the reader's language. */
function judgeStart({ person }: Candidate, fromOn: string): Judged {
  const none = { ...NO_REASON, label: fromOn };
  if (person.availableFrom === null) return { ...none, value: UNKNOWN };
  const value = startValue(dayNumber(person.availableFrom) - dayNumber(fromOn));
  return value.points >= 1
    ? { ...none, value, why: 'available' }
    : { ...none, value, why: 'available_later', params: { date: person.availableFrom } };
}

import { normalise } from '../text/tokens.ts';
import { genderForms } from '../text/gender-forms.ts';
import type { Draft, NewLabel } from './builder.ts';
import { addLabel, newDraft } from './builder.ts';

/**
 * One concept in two directories becomes one: a concept from `firstOfSecond` on goes into an earlier one of the same kind when
 * exactly one earlier concept has the same preferred label in the same language. Labels keep where they came from.
 */
export function joinSameConcepts(draft: Draft, firstOfSecond: number): Draft {
  const home = homes(draft, firstOfSecond);
  const joined = newDraft();
  const place = new Int32Array(draft.concepts.length).fill(-1);
  for (const [at, concept] of draft.concepts.entries())
    if (!home.has(at)) place[at] = joined.concepts.push({ ...concept }) - 1;
  const placeOf = (at: number) => place[home.get(at) ?? at] ?? -1;
  for (const [second, first] of home) enrich(joined.concepts[place[first] ?? -1], draft.concepts[second]);
  for (const [id, at] of draft.byId) joined.byId.set(id, placeOf(at));
  for (const label of draft.labels) addLabel(joined, { ...label, concept: placeOf(label.concept) });
  for (const kind of ['essential', 'optional', 'broader'] as const) {
    const pairs = draft.relations[kind].map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }));
    joined.relations[kind] = pairs.filter(({ from, to }) => from !== to);
  }
  joined.descriptions = draft.descriptions.map((text) => ({ ...text, concept: placeOf(text.concept) }));
  // The wider concepts of two directories may contradict each other; the first one's order stands.
  joined.relations.broader = withoutBackward(draft, firstOfSecond, placeOf);
  return joined;
}

type Concept = Draft['concepts'][number];

/** What only the second directory knows: that a skill is a language or tool, and which names need context. */
function enrich(concept: Concept | undefined, second: Concept | undefined): void {
  if (!concept || !second) return;
  concept.nature = second.nature || concept.nature;
  concept.isco ||= second.isco;
  concept.context = [...new Set([...concept.context, ...second.context])];
}

function withoutBackward(draft: Draft, firstOfSecond: number, placeOf: (at: number) => number) {
  return draft.relations.broader
    .filter(({ from }) => from < firstOfSecond || placeOf(from) >= firstOfSecond)
    .map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }))
    .filter(({ from, to }) => from !== to);
}

/** For each concept of the second directory that the first one has, its home there. */
function homes(draft: Draft, firstOfSecond: number): Map<number, number> {
  const preferred = draft.labels.filter(({ kind }) => kind === 'preferred');
  const owners = Map.groupBy(
    preferred.filter(({ concept }) => concept < firstOfSecond),
    (label) => keyOf(draft, label),
  );
  const found = new Map<number, number>();
  for (const label of preferred) {
    if (label.concept < firstOfSecond || found.has(label.concept)) continue;
    const candidates = new Set(owners.get(keyOf(draft, label))?.map(({ concept }) => concept));
    const [only] = candidates;
    if (candidates.size === 1 && only !== undefined) found.set(label.concept, only);
  }
  return found;
}

const keyOf = (draft: Draft, { concept, language, text }: NewLabel) =>
  `${draft.concepts[concept]?.kind} ${language} ${normalise(genderForms(text).masculine)}`;

import { normalise } from '../text/tokens.ts';
import { genderForms } from '../text/gender-forms.ts';
import type { Draft } from './builder.ts';
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
    if (!home.has(at)) place[at] = joined.concepts.push(concept) - 1;
  const placeOf = (at: number) => place[home.get(at) ?? at] ?? -1;
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

function withoutBackward(draft: Draft, firstOfSecond: number, placeOf: (at: number) => number) {
  return draft.relations.broader
    .filter(({ from }) => from < firstOfSecond || placeOf(from) >= firstOfSecond)
    .map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }))
    .filter(({ from, to }) => from !== to);
}

function homes(draft: Draft, firstOfSecond: number): Map<number, number> {
  const owners = new Map<string, Set<number>>();
  const keyOf = (concept: number, language: string, text: string) =>
    `${draft.concepts[concept]?.kind} ${language} ${normalise(genderForms(text).masculine)}`;
  const preferred = draft.labels.filter(({ kind }) => kind === 'preferred');
  for (const { concept, language, text } of preferred) {
    if (concept >= firstOfSecond) continue;
    const key = keyOf(concept, language, text);
    owners.set(key, (owners.get(key) ?? new Set()).add(concept));
  }
  const found = new Map<number, number>();
  for (const { concept, language, text } of preferred) {
    if (concept < firstOfSecond || found.has(concept)) continue;
    const candidates = owners.get(keyOf(concept, language, text));
    const [only] = candidates ?? [];
    if (candidates?.size === 1 && only !== undefined) found.set(concept, only);
  }
  return found;
}

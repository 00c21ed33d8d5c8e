import { readableLanguage, understandDemand } from '../recognition/understand.ts';
import type { Recogniser, UnderstoodDemand } from '../recognition/types.ts';
import { doerTitle } from '../text/doers.ts';
import { normalise } from '../text/tokens.ts';
import type { Neighbours } from './neighbours.ts';
import { createNeighbours } from './neighbours.ts';
import { foldedTown } from './stated.ts';
import type {
  CloseConcept,
  DemandQuery,
  DemandWishes,
  LanguageWish,
  OccupationWish,
  QueryStem,
  SkillWish,
} from './types.ts';

/** Concepts whose labels are like a text, best first; from the ranking. Without it only labels of the directory are understood. */
export type SimilarConcepts = (text: string, kind: 'skill' | 'occupation') => { concept: number; score: number }[];

export interface QueryMaker {
  recogniser: Recogniser;
  neighbours: Neighbours;
  similar: SimilarConcepts | undefined;
}

export const createQueryMaker = (recogniser: Recogniser, similar?: SimilarConcepts): QueryMaker => ({
  recogniser,
  neighbours: createNeighbours(recogniser.directory),
  similar,
});

/** What a wish without a label of its own may be like, and how much the likeness counts. */
const LIKE_ENOUGH = 0.6;
const LIKENESS = 0.5;
const MOST_LIKE = 5;
const TITLE_LIKE_ENOUGH = 0.5;
const MOST_OCCUPATIONS = 3;

/** Reads a demand once; the same query then serves everybody. */
export function demandQuery(demand: DemandWishes, maker: QueryMaker): DemandQuery {
  const { recogniser } = maker;
  const read = understandDemand(demand.description, recogniser);
  const language =
    read.language ?? (demand.description.trim() === '' ? readableLanguage(demand.title, recogniser) : null);
  const must = distinct([...demand.must.map((wish) => skillWish(wish, maker)), ...fromText(read, true, maker)]);
  const nice = distinct([...demand.nice.map((wish) => skillWish(wish, maker)), ...fromText(read, false, maker)]).filter(
    (wish) => !must.some((other) => isSame(other, wish)),
  );
  const languages = languageWishes(demand, read, recogniser);
  const occupation = occupationWish(demand.title, read, maker);
  const stems = queryStems(demand, maker);
  const town = demand.city ? { label: demand.city, folded: foldedTown(demand.city) } : null;
  return {
    title: demand.title,
    must,
    nice,
    languages,
    occupation,
    stems,
    town,
    mayBeRemote: demand.mayBeRemote === true,
    hours: hoursOf(demand),
    fromOn: demand.fromOn,
    isEmpty: must.length + nice.length + languages.length + stems.length === 0 && occupation === null,
    language,
  };
}

function hoursOf({ hoursMinShare, hoursMaxShare }: DemandWishes): DemandQuery['hours'] {
  if (hoursMinShare === null && hoursMaxShare === null) return null;
  return { from: hoursMinShare ?? hoursMaxShare ?? 1, to: hoursMaxShare ?? 1 };
}

function skillWish(
  { label, conceptId }: { label: string; conceptId?: string | undefined },
  maker: QueryMaker,
): SkillWish {
  const { recogniser, neighbours } = maker;
  const chosen = conceptId === undefined ? undefined : recogniser.directory.byId.get(conceptId);
  const concept = chosen ?? recogniser.conceptOfLabel(label, ['skill', 'language', 'occupation']);
  const close = concept === undefined ? likeLabel(label, maker) : nearOf(concept, recogniser, neighbours);
  return { label, concept, text: normalise(label), close };
}

const nearOf = (concept: number, { kindOf }: Recogniser, neighbours: Neighbours) =>
  kindOf(concept) === 'occupation' ? neighbours.ofOccupations([concept]) : neighbours.ofSkill(concept);

/** "Embedded Security Architektur" is in no directory; "Embedded Security" speaks for it in part. */
function likeLabel(label: string, { similar, recogniser }: QueryMaker): CloseConcept[] {
  const inside = recogniser.recognise(label, { as: 'title' }).map(({ concept }) => ({ concept, score: 1 }));
  const like = (similar?.(label, 'skill') ?? []).filter(({ score }) => score >= LIKE_ENOUGH);
  const found = new Map<number, CloseConcept>();
  for (const { concept, score } of [...inside, ...like.slice(0, MOST_LIKE)])
    if (!found.has(concept)) found.set(concept, { concept, share: LIKENESS * Math.min(1, score), why: 'related' });
  return [...found.values()].sort((a, b) => b.share - a.share || a.concept - b.concept);
}

const isSame = (a: SkillWish, b: SkillWish) => (a.concept === undefined ? a.text === b.text : a.concept === b.concept);
const distinct = (wishes: readonly SkillWish[]) =>
  wishes.filter((wish, at) => wishes.findIndex((other) => isSame(other, wish)) === at);

function fromText(read: UnderstoodDemand, isMust: boolean, { recogniser, neighbours }: QueryMaker): SkillWish[] {
  return read.skills
    .filter((skill) => skill.isMust === isMust)
    .map(({ label, concept }) => ({
      label,
      concept,
      text: normalise(label),
      close: nearOf(concept, recogniser, neighbours),
    }));
}

function languageWishes({ languages }: DemandWishes, read: UnderstoodDemand, recogniser: Recogniser): LanguageWish[] {
  const wishes = languages.map(({ language, level }) => {
    const concept = recogniser.languageConcept(language);
    return {
      label: concept === undefined ? language : recogniser.labelOf(concept, 'en'),
      concept,
      level: level ?? null,
    };
  });
  const more = read.languages
    .filter(({ concept }) => !wishes.some((wish) => wish.concept === concept))
    .map(({ concept, level }) => ({ label: recogniser.labelOf(concept, 'en'), concept, level }));
  return [...wishes, ...more];
}

/** Occupations that a title is, or names; where it names what is done, who does it. */
export function occupationsIn(title: string, recogniser: Recogniser): number[] {
  const found = namedIn(title, recogniser);
  return found.length > 0 ? found : namedIn(doerTitle(title), recogniser);
}

function namedIn(title: string, recogniser: Recogniser): number[] {
  const whole = recogniser.conceptOfLabel(title, ['occupation']);
  if (whole !== undefined) return [whole];
  return recogniser
    .recognise(title, { as: 'title' })
    .filter(({ kind, stance }) => kind === 'occupation' && stance !== 'denied')
    .map(({ concept }) => concept);
}

/** Nearer than a mere field in common. */
const SAME_FAMILY = 0.5;

/**
 * Occupations that open with a demand: its own, those of everything wanted in the same family of roles, and what is near them.
 * Undefined where no occupation is known: then nobody can be told apart by it.
 */
export function familyOf(query: DemandQuery, titles: readonly string[], maker: QueryMaker): number[] | undefined {
  const inTitles = titles.flatMap((title) => occupationsIn(title, maker.recogniser));
  const own = [...new Set([...(query.occupation?.concepts ?? []), ...inTitles])];
  if (own.length === 0) return undefined;
  const near = maker.neighbours.ofOccupations(own).filter(({ share }) => share >= SAME_FAMILY);
  return [...new Set([...own, ...near.map(({ concept }) => concept)])];
}

/** The title names the occupation; where it does not, the first one of the text; where that does not either, what the title is like. */
function occupationWish(title: string, read: UnderstoodDemand, maker: QueryMaker): OccupationWish | null {
  const { recogniser, neighbours, similar } = maker;
  const inTitle = occupationsIn(title, recogniser);
  const inText = read.occupations.slice(0, 1).map(({ concept }) => concept);
  const like = () =>
    (similar?.(title, 'occupation') ?? [])
      .filter(({ score }) => score >= TITLE_LIKE_ENOUGH)
      .slice(0, 1)
      .map(({ concept }) => concept);
  const concepts = [inTitle, inText].find((found) => found.length > 0) ?? like();
  if (concepts.length === 0) return null;
  const all = [...new Set(concepts)].slice(0, MOST_OCCUPATIONS);
  return { label: title, concepts: all, close: neighbours.ofOccupations(all), essential: neighbours.essentialOf(all) };
}

/** Words that stand in more labels of the directory tell less; a word of the title tells twice as much. */
function queryStems({ title, description, must, nice }: DemandWishes, { recogniser }: QueryMaker): QueryStem[] {
  const weights = new Map<number, number>();
  const addAll = (text: string, times: number) => {
    for (const stem of recogniser.read(text, { as: 'title' }).stems)
      weights.set(stem, Math.max(weights.get(stem) ?? 0, times * recogniser.rarityOfStem(stem)));
  };
  addAll(title, 2);
  addAll(description, 1);
  for (const { label } of [...must, ...nice]) addAll(label, 1);
  const best = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_STEMS);
  const sum = best.reduce((total, [, weight]) => total + weight, 0);
  return best.map(([stem, weight]) => ({ stem, weight: weight / sum }));
}

const MOST_STEMS = 40;

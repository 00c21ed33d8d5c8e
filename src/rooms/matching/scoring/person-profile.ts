import type { Passage, PersonDocuments } from '../people/documents.ts';
import { languageLevel, rankOfLevel } from '../recognition/language-level.ts';
import type { Finding, FindingKind, LanguageLevel, Recogniser, Stance } from '../recognition/types.ts';
import { normalise } from '../text/tokens.ts';
import { literalWords, stemProofs } from './literal.ts';
import type { StatedWishes } from './person-wishes.ts';
import { statedWishes } from './person-wishes.ts';
import type { ConceptFact, FindingDecision, PersonProfile, Proof } from './types.ts';

/** Of all texts of one person; the rest is not read. About 400 pages. */
const MOST_CHARACTERS = 1_000_000;
const LONGEST_SENTENCE = 400;
const MOST_PROOFS = 3;
const TITLES: ReadonlySet<Passage['source']> = new Set(['role', 'station', 'application', 'skill']);
/** What was only wished or applied for is an interest. */
const WISHES: ReadonlySet<Passage['source']> = new Set(['application', 'wishes']);
/** What somebody filled in, or did, before what was written about it. */
const ORDER: readonly Proof['source'][] = [
  'skill',
  'station',
  'role',
  'file',
  'note',
  'touchpoint',
  'application',
  'wishes',
];

/** One thing said at one place. */
interface Said {
  kind: FindingKind;
  stance: Stance;
  level: LanguageLevel | null;
  proof: Proof;
  isConfirmed: boolean;
}

interface Read {
  said: Map<number, Said[]>;
  free: { text: string; stance: Stance; proof: Proof }[];
  stems: Set<number>;
  ignored: PersonProfile['ignored'];
}

/** Everything about a person that the rules may see. A human's decision wins over what is read. */
export function personProfile(
  documents: Pick<PersonDocuments, 'talentId' | 'entityId' | 'city' | 'availableFrom' | 'passages'>,
  recogniser: Recogniser,
  decisions: readonly FindingDecision[] = [],
): PersonProfile {
  const passages = withinLimit(documents.passages);
  const read: Read = { said: new Map(), free: [], stems: new Set(), ignored: [] };
  for (const passage of passages) readPassage(read, passage, recogniser);
  decide(read, decisions, recogniser);
  const facts = [...read.said]
    .flatMap(([concept, said]) => factOf(concept, said))
    .sort((a, b) => a.fact.concept - b.fact.concept);
  const wishes: StatedWishes = statedWishes(documents, passages);
  return {
    talentId: documents.talentId,
    entityId: documents.entityId,
    city: documents.city,
    concepts: facts.map(({ fact }) => fact),
    proofs: new Map(facts.map(({ fact, proofs }) => [fact.concept, proofs])),
    wishedProofs: new Map(facts.filter(({ fact }) => fact.isWished).map(({ fact, wished }) => [fact.concept, wished])),
    ...freeSkillsOf(read),
    stems: Uint32Array.from(read.stems).sort(),
    ...wishes,
    proofOfStem: stemProofs(passages, recogniser),
    named: (text) => literalWords(passages, text),
    ignored: read.ignored,
  };
}

function withinLimit(passages: readonly Passage[]): Passage[] {
  let left = MOST_CHARACTERS;
  return passages.flatMap((passage) => {
    const text = passage.text.slice(0, left);
    left -= text.length;
    return text === '' ? [] : [{ ...passage, text }];
  });
}

function readPassage(read: Read, passage: Passage, recogniser: Recogniser): void {
  const { findings, stems, ignored } = recogniser.read(passage.text, {
    as: TITLES.has(passage.source) ? 'title' : 'text',
  });
  for (const { start, end, why } of ignored)
    read.ignored.push({ ...proofOf(passage, shortOf(passage.text, start, end)), why });
  if (passage.given) {
    readGiven(read, passage, passage.given, recogniser);
    return;
  }
  for (const finding of findings) sayFound(read, passage, finding);
  if (!WISHES.has(passage.source)) for (const stem of stems) read.stems.add(stem);
}

function sayFound(read: Read, passage: Passage, finding: Finding): void {
  const stance = stanceIn(passage, finding.stance);
  if (!stance) return;
  const { kind, level } = finding;
  say(read, finding.concept, { kind, level, stance, proof: proofOf(passage, finding), isConfirmed: false });
}

function readGiven(read: Read, passage: Passage, given: 'skill' | 'interest', recogniser: Recogniser): void {
  const stance = given === 'skill' ? 'shown' : 'interest';
  const sentence = passage.text.slice(0, LONGEST_SENTENCE);
  const proof = proofOf(passage, { sentence, spanFrom: 0, spanTo: sentence.length });
  const concept = recogniser.conceptOfLabel(passage.text, ['skill', 'language', 'occupation']);
  const found: Pick<Finding, 'concept' | 'kind' | 'level'>[] =
    concept === undefined
      ? recogniser.recognise(passage.text, { as: 'title' })
      : [
          {
            concept,
            kind: recogniser.kindOf(concept),
            level: languageLevel(sentence, sentence.length, sentence.length),
          },
        ];
  for (const one of found)
    say(read, one.concept, { kind: one.kind, level: one.level, stance, proof, isConfirmed: false });
  if (concept === undefined) read.free.push({ text: normalise(passage.text), stance, proof });
}

/** What somebody wishes not to do says nothing of what they can do. */
function stanceIn({ source }: Passage, stance: Stance): Stance | undefined {
  if (!WISHES.has(source)) return stance;
  return stance === 'denied' ? undefined : 'interest';
}

function say(read: Read, concept: number, said: Said): void {
  const before = read.said.get(concept);
  if (before) before.push(said);
  else read.said.set(concept, [said]);
}

const proofOf = (
  { source, sourceId, on }: Passage,
  { sentence, spanFrom, spanTo }: Pick<Proof, 'sentence' | 'spanFrom' | 'spanTo'>,
): Proof => ({
  sentence,
  spanFrom,
  spanTo,
  source,
  sourceId,
  on,
});

function shortOf(text: string, start: number, end: number): Pick<Proof, 'sentence' | 'spanFrom' | 'spanTo'> {
  const sentence = text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
  return { sentence, spanFrom: 0, spanTo: sentence.length };
}

function decide(read: Read, decisions: readonly FindingDecision[], recogniser: Recogniser): void {
  for (const { conceptId, stance, decision, source, sourceId, on, ...place } of decisions) {
    const concept = recogniser.directory.byId.get(conceptId);
    if (concept === undefined) continue;
    const others = (read.said.get(concept) ?? []).filter(
      (said) => said.stance !== stance || said.proof.sentence !== place.sentence,
    );
    const proof = { source, sourceId, on, sentence: place.sentence, spanFrom: place.spanFrom, spanTo: place.spanTo };
    const level = languageLevel(place.sentence, place.spanFrom, place.spanTo);
    const confirmed: Said[] =
      decision === 'confirmed' ? [{ kind: recogniser.kindOf(concept), stance, level, proof, isConfirmed: true }] : [];
    read.said.set(concept, [...confirmed, ...others]);
  }
}

interface Settled {
  fact: ConceptFact;
  proofs: Proof[];
  wished: Proof[];
}

function factOf(concept: number, said: readonly Said[]): Settled[] {
  const stance = settledStance(said);
  const [one] = said;
  if (!stance || !one) return [];
  const speaking = said.filter((other) => other.stance === stance);
  const wished = said.filter((other) => other.stance === 'interest');
  const level = speaking
    .map((other) => other.level)
    .reduce((best, next) => (rankOfLevel(next) > rankOfLevel(best) ? next : best), null);
  return [
    {
      fact: { concept, kind: one.kind, stance, isWished: wished.length > 0, level },
      proofs: bestProofs(speaking),
      wished: bestProofs(wished),
    },
  ];
}

/** A human's word first; then the newer of "can" and "cannot", and "can" where they are of the same day; then a wish. */
function settledStance(said: readonly Said[]): Stance | undefined {
  const confirmed = said.filter(({ isConfirmed }) => isConfirmed);
  const counted = confirmed.length > 0 ? confirmed : said;
  const newest = (stance: Stance) =>
    counted
      .filter((one) => one.stance === stance)
      .reduce<string | undefined>((latest, { proof }) => {
        const on = proof.on ?? '';
        return latest === undefined || on > latest ? on : latest;
      }, undefined);
  const [shown, denied] = [newest('shown'), newest('denied')];
  if (shown !== undefined && (denied === undefined || shown >= denied)) return 'shown';
  if (denied !== undefined) return 'denied';
  return newest('interest') === undefined ? undefined : 'interest';
}

/** Repeats add nothing: at most three proofs, each sentence once. */
function bestProofs(said: readonly Said[]): Proof[] {
  const sorted = said.toSorted(
    (a, b) =>
      Number(b.isConfirmed) - Number(a.isConfirmed) ||
      ORDER.indexOf(a.proof.source) - ORDER.indexOf(b.proof.source) ||
      (b.proof.on ?? '').localeCompare(a.proof.on ?? ''),
  );
  const seen = new Set<string>();
  return sorted
    .map(({ proof }) => proof)
    .filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence))
    .slice(0, MOST_PROOFS);
}

function freeSkillsOf({ free }: Read): Pick<PersonProfile, 'freeSkills' | 'freeProofs'> {
  const sorted = free.toSorted((a, b) => Number(b.stance === 'shown') - Number(a.stance === 'shown'));
  const first = sorted.filter(({ text }, at) => sorted.findIndex((other) => other.text === text) === at);
  return {
    freeSkills: first.map(({ text, stance }) => ({ text, stance })),
    freeProofs: new Map(first.map(({ text, proof }) => [text, [proof]])),
  };
}

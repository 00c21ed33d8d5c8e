import { rankOfLevel } from '../recognition/language-level.ts';
import type { Stance } from '../recognition/types.ts';
import type { Candidate, Judged } from './candidate.ts';
import { NO_REASON, proofsOf, wishedProofsOf } from './candidate.ts';
import { interestConcepts } from './interest-concepts.ts';
import type { DemandQuery, LanguageWish, OccupationWish, Proof, SkillWish } from './types.ts';
import { interestValue, languageValue, MET, NOT_MET, occupationValue, partOf, textValue, UNKNOWN } from './values.ts';

/** Said itself first: shown or denied. Then what stands near it. Then a mere interest, which proves nothing. */
export function judgeSkill(candidate: Candidate, wish: SkillWish): Judged {
  const said = saidItself(candidate, wish);
  const same = { ...NO_REASON, label: wish.label, concept: wish.concept ?? null };
  if (said?.stance === 'shown') return { ...same, value: MET, proofs: said.proofs };
  if (said?.stance === 'denied') return { ...same, value: NOT_MET, why: 'denied', proofs: said.proofs };
  const near = wish.close.find(({ concept }) => candidate.factOf(concept)?.stance === 'shown');
  if (near) {
    const { concept, share, why } = near;
    return { ...same, value: partOf(share), why, via: concept, concept, proofs: proofsOf(candidate, concept) };
  }
  if (said) return { ...same, value: UNKNOWN, why: 'interest_only', proofs: said.proofs };
  return { ...same, value: UNKNOWN };
}

interface SaidItself {
  stance: Stance;
  proofs: Proof[];
}

function saidItself(candidate: Candidate, { concept, text }: SkillWish): SaidItself | undefined {
  if (concept === undefined) return saidLiterally(candidate, text);
  const fact = candidate.factOf(concept);
  return fact && { stance: fact.stance, proofs: proofsOf(candidate, concept) };
}

/** A skill field with the same words first, then the words in a text. */
function saidLiterally({ person, profile }: Candidate, text: string): SaidItself | undefined {
  const field = person.freeSkills.find((skill) => skill.text === text);
  if (field?.stance !== 'shown') {
    const named = profile?.named(text);
    if (named) return { stance: named.stance, proofs: [named.proof] };
  }
  return field && { stance: field.stance, proofs: profile?.freeProofs.get(text) ?? [] };
}

export function judgeOccupation(candidate: Candidate, wish: OccupationWish): Judged {
  const isShown = (concept: number) => candidate.factOf(concept)?.stance === 'shown';
  const near = [...wish.concepts.map(itself), ...wish.close].find(({ concept }) => isShown(concept));
  const skills = wish.essential.filter(isShown);
  const hasOccupation = candidate.person.concepts.some(
    ({ concept, kind }) => kind === 'occupation' && isShown(concept),
  );
  const shownSkills = wish.essential.length > 0 ? skills.length / wish.essential.length : 0;
  const value = occupationValue(near?.share ?? 0, shownSkills, hasOccupation);
  const none = { ...NO_REASON, label: wish.label, value };
  if (near && value.points === near.share) return { ...none, ...reasonOf(candidate, near) };
  if (skills.length > 0) return { ...none, ...bySkills(candidate, skills) };
  return hasOccupation ? none : { ...none, ...wishedOnly(candidate, wish) };
}

function wishedOnly(candidate: Candidate, { concepts }: OccupationWish) {
  const wished = concepts.find((concept) => candidate.factOf(concept)?.stance === 'interest');
  return wished === undefined ? {} : { why: 'interest_only', concept: wished, proofs: proofsOf(candidate, wished) };
}

const itself = (concept: number) => ({ concept, share: 1, why: null });

/** The wanted occupation itself needs no reason beside its proof. */
function reasonOf(candidate: Candidate, { concept, why }: { concept: number; why: string | null }) {
  return { why, via: why === null ? null : concept, concept, proofs: proofsOf(candidate, concept) };
}

function bySkills(candidate: Candidate, skills: readonly number[]) {
  const [first = 0] = skills;
  return {
    why: 'related',
    via: first,
    concept: first,
    proofs: skills.flatMap((one) => proofsOf(candidate, one).slice(0, 1)),
  };
}

const WORDS_SHOWN = 3;
const wordOf = ({ sentence, spanFrom, spanTo }: Proof): string => sentence.slice(spanFrom, spanTo);

/** A word has a stem in German and one in English. */
const distinctWords = (proofs: readonly Proof[]): Proof[] =>
  proofs.filter((proof, at) => proofs.findIndex((other) => wordOf(other) === wordOf(proof)) === at);

export function judgeText({ person, profile }: Candidate, { stems, title }: DemandQuery): Judged {
  let overlap = 0;
  const common: number[] = [];
  const known = new Set(person.stems);
  for (const { stem, weight } of stems) {
    if (!known.has(stem)) continue;
    overlap += weight;
    common.push(stem);
  }
  const all = common.slice(0, 3 * WORDS_SHOWN).flatMap((stem) => profile?.proofOfStem(stem) ?? []);
  const proofs = distinctWords(all).slice(0, WORDS_SHOWN);
  const words = proofs.map(wordOf).join(', ');
  return {
    ...NO_REASON,
    label: title,
    value: textValue(overlap),
    why: words === '' ? null : 'words',
    params: { words },
    proofs,
  };
}

export function judgeLanguage(candidate: Candidate, { label, concept, level }: LanguageWish): Judged {
  const fact = concept === undefined ? undefined : candidate.factOf(concept);
  const same = { ...NO_REASON, label, via: null, concept: concept ?? null };
  if (!fact || concept === undefined) return { ...same, value: UNKNOWN };
  const proofs = proofsOf(candidate, concept);
  if (fact.stance === 'denied') return { ...same, value: NOT_MET, why: 'denied', proofs };
  if (fact.stance === 'interest') return { ...same, value: UNKNOWN, why: 'interest_only', proofs };
  const value = languageValue(rankOfLevel(fact.level), level);
  return { ...same, value, proofs, ...(value.points < 1 ? { why: 'language_below', params: { level } } : {}) };
}

/** What somebody says that they would like to do. */
export function judgeInterest(candidate: Candidate, query: DemandQuery): Judged {
  const { same, near } = interestConcepts(query);
  const wishes = (concept: number) => candidate.factOf(concept)?.isWished === true;
  const [exact, close] = [same.find(wishes), near.find(wishes)];
  const concept = exact ?? close;
  const closeness = exact === undefined ? (close === undefined ? 'none' : 'near') : 'same';
  const reason = concept === undefined ? {} : { concept, proofs: wishedProofsOf(candidate, concept) };
  const related = closeness === 'near' && concept !== undefined ? { why: 'related', via: concept } : {};
  return { ...NO_REASON, label: query.title, value: interestValue(closeness), ...reason, ...related };
}

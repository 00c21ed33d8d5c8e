import type { Recogniser } from '../recognition/types.ts';
import type { Criterion } from '../schema-matches.ts';
import type { ModelWishes } from '../scoring/people-index-types.ts';
import type { PersonProfile } from '../scoring/types.ts';

const PROOFS_AT_MOST = 3;

interface Reader {
  recogniser: Recogniser;
  language: string;
}

/** The model's own criterion: per wish the nearest of what somebody shows, with the sentence that shows it. It adds points and takes none. */
export function explainModel(
  profile: PersonProfile,
  { weight, wishes, agreed }: ModelWishes,
  reader: Reader,
): Criterion {
  const mayCount = agreed.has(profile.talentId);
  const judged = wishes.map((wish) => (mayCount ? judge(profile, wish, reader) : notAgreed(wish.label)));
  const points = judged.reduce((sum, { share }) => sum + (weight / wishes.length) * share, 0);
  return {
    name: 'model',
    state: points > 0 ? 'partly' : 'unknown',
    weight: mayCount ? weight : 0,
    points,
    unknownPoints: mayCount ? weight - points : 0,
    wishes: judged.map(({ wish }) => wish),
  };
}

interface JudgedWish {
  share: number;
  wish: Criterion['wishes'][number];
}

function judge(
  profile: PersonProfile,
  { label, close }: ModelWishes['wishes'][number],
  { recogniser, language }: Reader,
): JudgedWish {
  const shown = new Set(profile.concepts.filter(({ stance }) => stance === 'shown').map(({ concept }) => concept));
  const near = close.find(({ concept }) => shown.has(concept) && (profile.proofs.get(concept)?.length ?? 0) > 0);
  if (!near) return { share: 0, wish: { label, state: 'unknown', why: null, params: {}, evidence: [] } };
  const named = recogniser.labelOf(near.concept, language);
  const proofs = (profile.proofs.get(near.concept) ?? []).slice(0, PROOFS_AT_MOST);
  return {
    share: near.share,
    wish: {
      label,
      state: 'partly',
      why: 'model_near',
      params: { label: named },
      evidence: proofs.map((proof) => ({ ...proof, concept: named })),
    },
  };
}

const notAgreed = (label: string): JudgedWish => ({
  share: 0,
  wish: { label, state: 'unknown', why: 'model_not_agreed', params: {}, evidence: [] },
});

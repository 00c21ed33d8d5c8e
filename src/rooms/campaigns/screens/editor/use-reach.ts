import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ApiProblem, call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { reachRoute, warningsRoute } from '../../contract-writing.ts';
import type { Letter } from '../../schema-letter.ts';
import type { CampaignDetail, Reach, Warning } from '../../schema-writing.ts';
import { useSettled } from './use-settled.ts';

const REST_MS = 900;
/** Old answers are of no use once the letter says something else, ms. */
const FORGET_MS = 30_000;

/** How many read which block, as the letter stands on the screen. Only rules decide, so words alone ask nothing anew. */
export function useReach({ id, audience }: CampaignDetail, letter: Letter): Reach | undefined {
  const rules = JSON.stringify([letter.onlyWithOwnBlock, letter.blocks.map(({ id, rule }) => [id, rule ?? null])]);
  const asked = useSettled(rules, REST_MS);
  const params = { campaignId: id };
  const { data } = useQuery<Reach, ApiProblem>({
    queryKey: [...keyOf(reachRoute, { params }), asked, audience?.id],
    queryFn: ({ signal }) => call(reachRoute, { params, body: { letter } }, { signal }),
    enabled: audience !== null,
    placeholderData: keepPreviousData,
    gcTime: FORGET_MS,
    retry: false,
  });
  return data;
}

/** What should be mended, as the letter stands on the screen. */
export function useWarnings({ id }: CampaignDetail, letter: Letter) {
  const asked = useSettled(letter, REST_MS);
  const params = { campaignId: id };
  return useQuery<{ items: Warning[] }, ApiProblem>({
    queryKey: [...keyOf(warningsRoute, { params }), JSON.stringify(asked)],
    queryFn: ({ signal }) => call(warningsRoute, { params, body: { letter: asked } }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: FORGET_MS,
    retry: false,
  });
}

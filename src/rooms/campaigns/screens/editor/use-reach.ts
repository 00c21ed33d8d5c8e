import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ApiProblem, call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { reachRoute, warningsRoute } from '../../contract-writing.ts';
import type { Letter } from '../../schema-letter.ts';
import type { CampaignDetail, Reach, Warning } from '../../schema-writing.ts';
import { structureOf } from './structure.ts';
import { useSettled } from './use-settled.ts';

const REST_MS = 900;
/** Old answers are of no use once the letter says something else, ms. */
const FORGET_MS = 30_000;

/** How many read which block, as the letter stands on the screen. Words alone ask nothing anew. */
export function useReach({ id, audience }: CampaignDetail, letter: Letter): Reach | undefined {
  const asked = useSettled(structureOf(letter), REST_MS);
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

/** What should be mended, as the letter stands on the screen: what its words show, and what its readers show. */
export function useWarnings({ id }: CampaignDetail, letter: Letter, reach: Reach | undefined) {
  const asked = useSettled(letter, REST_MS);
  const params = { campaignId: id };
  const { data, error } = useQuery<{ items: Warning[] }, ApiProblem>({
    queryKey: [...keyOf(warningsRoute, { params }), JSON.stringify(asked)],
    queryFn: ({ signal }) => call(warningsRoute, { params, body: { letter: asked, part: 'letter' } }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: FORGET_MS,
    retry: false,
  });
  return { items: data && [...data.items, ...(reach?.warnings ?? [])], error };
}

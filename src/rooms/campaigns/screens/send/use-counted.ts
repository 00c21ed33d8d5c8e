import { useEffect, useRef } from 'react';
import type { ClientInput, RouteContract } from '#ground/http/contract.ts';
import { useRead } from '#ground/http/use-call.ts';
import type { CampaignState } from '../../types.ts';
import { figuresEveryMs } from './live.ts';

/** What has to be counted: asked now and then while letters leave, and at once when the campaign comes into another state. */
export function useCounted<R extends RouteContract>(route: R, input: ClientInput<R>, state: CampaignState) {
  const read = useRead(route, input, { refetchInterval: figuresEveryMs(state) });
  const { refetch } = read;
  const counted = useRef(state);
  useEffect(() => {
    if (counted.current === state) return;
    counted.current = state;
    void refetch();
  }, [state, refetch]);
  return read;
}

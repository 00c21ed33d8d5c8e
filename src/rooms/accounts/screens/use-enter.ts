import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { keyOf } from '#ground/http/use-call.ts';
import { readSession, readSetup } from '../contract.ts';
import type { SessionAnswer } from '../schema.ts';

/** Into the house with a fresh session: to where one wanted to go, or to the beginning. */
export function useEnter(): (session: SessionAnswer, next?: string) => void {
  const queries = useQueryClient();
  const router = useRouter();
  return (session, next) => {
    queries.clear();
    queries.setQueryData(keyOf(readSession), session);
    queries.setQueryData(keyOf(readSetup), { needed: false, codeNeeded: false });
    router.history.push(next !== undefined && isOwnAddress(next) ? next : '/');
  };
}

/** Only a path of this house: a link could otherwise lead elsewhere after the sign-in. */
const isOwnAddress = (address: string) => /^\/(?![/\\])/.test(address);

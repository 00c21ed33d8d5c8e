import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '#ground/http/client.ts';
import type { ApiProblem } from '#ground/http/client.ts';
import { countRule } from '../../contract.ts';
import type { Rule } from '../../schema-rule.ts';

/** Wait so long after the last change, ms: typing does not count every letter. */
const QUIET_MS = 250;

/** How many people the rule finds while it is edited. Undefined rules are not asked. */
export function useRuleCount(rule: Rule | undefined, segmentId?: string) {
  const written = rule === undefined ? undefined : JSON.stringify(rule);
  const [asked, setAsked] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), QUIET_MS);
    return () => clearTimeout(timer);
  }, [written]);
  const { data, error, isFetching } = useQuery<{ count: { value: number; isExact: boolean } }, ApiProblem>({
    queryKey: [countRule.path, asked ?? null, segmentId ?? null],
    queryFn: ({ signal }) =>
      call(countRule, { body: { rule: asked === undefined ? null : JSON.parse(asked), segmentId } }, { signal }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    count: rule === undefined ? undefined : data?.count,
    problem: error,
    isCounting: isFetching || asked !== written,
  };
}

import type { ConditionName } from '../../schema-rule.ts';

/** How a condition is answered. `words` are typed and proposed from what occurs (`facet` of the talents' room). */
export type Ask =
  | { kind: 'nothing' }
  | { kind: 'days' }
  | { kind: 'times' }
  | { kind: 'words'; facet?: 'segment' | 'tag' | 'city' | 'country' | 'skill' | 'interest' | 'employer' }
  | { kind: 'choice' }
  | { kind: 'member' }
  | { kind: 'stage_reached' }
  | { kind: 'consent' }
  | { kind: 'reach' }
  | { kind: 'pools' }
  | { kind: 'segment' };

interface Asked {
  group: 'who' | 'history' | 'engagement' | 'permission' | 'collections';
  ask: Ask;
}

const who = (ask: Ask): Asked => ({ group: 'who', ask });
const history = (ask: Ask): Asked => ({ group: 'history', ask });
const words = (facet?: Extract<Ask, { kind: 'words' }>['facet']): Ask => ({
  kind: 'words',
  ...(facet ? { facet } : {}),
});

/** Every condition in the order of the menu. */
export const ASKS: Record<ConditionName, Asked> = {
  class: who(words('segment')),
  stage: who({ kind: 'choice' }),
  in_stage_for: who({ kind: 'days' }),
  owner: who({ kind: 'member' }),
  deputy: who({ kind: 'member' }),
  tag: who(words('tag')),
  skill: who(words('skill')),
  interest: who(words('interest')),
  role: who(words()),
  employer: who(words('employer')),
  city: who(words('city')),
  country: who(words('country')),
  language: who({ kind: 'choice' }),
  created_within: who({ kind: 'days' }),
  next_step: who({ kind: 'nothing' }),
  next_step_within: who({ kind: 'days' }),
  applied_within: history({ kind: 'days' }),
  reached: history({ kind: 'stage_reached' }),
  application_outcome: history({ kind: 'choice' }),
  was_with_us: history({ kind: 'nothing' }),
  employed_as: history({ kind: 'choice' }),
  left_us_within: history({ kind: 'days' }),
  rehire_wish: history({ kind: 'choice' }),
  worked_at: history(words()),
  silent: { group: 'engagement', ask: { kind: 'days' } },
  touches: { group: 'engagement', ask: { kind: 'times' } },
  answers: { group: 'engagement', ask: { kind: 'times' } },
  mailings: { group: 'engagement', ask: { kind: 'times' } },
  consent: { group: 'permission', ask: { kind: 'consent' } },
  reachable: { group: 'permission', ask: { kind: 'reach' } },
  erases_within: { group: 'permission', ask: { kind: 'days' } },
  pool: { group: 'collections', ask: { kind: 'pools' } },
  segment: { group: 'collections', ask: { kind: 'segment' } },
};

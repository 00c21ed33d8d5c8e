import type { Condition, ConditionName, Rule } from '../../schema-rule.ts';
import { DEEPEST_RULE, isCondition } from '../../schema-rule.ts';

/** A rule as it is edited: groups and conditions, each with its own sense. The root is always a group. */
export interface Group {
  kind: 'group';
  id: number;
  join: 'all' | 'any';
  isOpposite: boolean;
  parts: Part[];
}
export interface Leaf {
  kind: 'leaf';
  id: number;
  condition: Condition;
  isOpposite: boolean;
}
export type Part = Group | Leaf;

/** What a new condition begins with; a list that is still empty waits for its answer. */
const EMPTY: { [N in ConditionName]: () => Extract<Condition, { is: N }> } = {
  class: () => ({ is: 'class', values: [] }),
  stage: () => ({ is: 'stage', values: [] }),
  in_stage_for: () => ({ is: 'in_stage_for', days: 90 }),
  owner: () => ({ is: 'owner', values: ['me'] }),
  deputy: () => ({ is: 'deputy', values: ['me'] }),
  tag: () => ({ is: 'tag', values: [] }),
  skill: () => ({ is: 'skill', values: [] }),
  interest: () => ({ is: 'interest', values: [] }),
  role: () => ({ is: 'role', values: [] }),
  employer: () => ({ is: 'employer', values: [] }),
  city: () => ({ is: 'city', values: [] }),
  country: () => ({ is: 'country', values: [] }),
  language: () => ({ is: 'language', values: [] }),
  created_within: () => ({ is: 'created_within', days: 90 }),
  next_step: () => ({ is: 'next_step' }),
  next_step_within: () => ({ is: 'next_step_within', days: 14 }),
  applied_within: () => ({ is: 'applied_within', days: 365 }),
  reached: () => ({ is: 'reached', stage: 'interview' }),
  application_outcome: () => ({ is: 'application_outcome', values: [] }),
  was_with_us: () => ({ is: 'was_with_us' }),
  employed_as: () => ({ is: 'employed_as', values: [] }),
  left_us_within: () => ({ is: 'left_us_within', days: 730 }),
  rehire_wish: () => ({ is: 'rehire_wish', values: ['yes'] }),
  worked_at: () => ({ is: 'worked_at', values: [] }),
  silent: () => ({ is: 'silent', days: 180 }),
  touches: () => ({ is: 'touches', atLeast: 1, days: 365 }),
  answers: () => ({ is: 'answers', atLeast: 1, days: 365 }),
  mailings: () => ({ is: 'mailings', atLeast: 1, days: 90 }),
  consent: () => ({ is: 'consent', purpose: 'talent_pool', state: 'yes' }),
  reachable: () => ({ is: 'reachable', by: 'mail' }),
  erases_within: () => ({ is: 'erases_within', days: 60 }),
  pool: () => ({ is: 'pool', ids: [] }),
  segment: () => ({ is: 'segment', id: '' }),
};

export const emptyCondition = (name: ConditionName): Condition => EMPTY[name]();

/** Whether a condition has what it asks for. */
export function isAnswered(condition: Condition): boolean {
  if ('values' in condition) return condition.values.length > 0;
  if ('ids' in condition) return condition.ids.length > 0;
  return 'id' in condition ? condition.id !== '' : true;
}

let nextId = 1;
const newId = () => nextId++;

export const emptyTree = (): Group => ({ kind: 'group', id: newId(), join: 'all', isOpposite: false, parts: [] });
export const newLeaf = (name: ConditionName): Leaf => ({
  kind: 'leaf',
  id: newId(),
  condition: emptyCondition(name),
  isOpposite: false,
});

/** A saved rule, to be edited. A lone condition gets a group around it. */
export function treeOf(rule: Rule): Group {
  const part = partOf(rule, 'is');
  return part.kind === 'group' && !part.isOpposite ? part : { ...emptyTree(), parts: [part] };
}

function partOf(rule: Rule, sense: 'is' | 'not'): Part {
  if (isCondition(rule)) return { kind: 'leaf', id: newId(), condition: rule, isOpposite: sense === 'not' };
  if ('not' in rule) return partOf(rule.not, sense === 'is' ? 'not' : 'is');
  const [join, parts] = 'all' in rule ? (['all', rule.all] as const) : (['any', rule.any] as const);
  return {
    kind: 'group',
    id: newId(),
    join,
    isOpposite: sense === 'not',
    parts: parts.map((one) => partOf(one, 'is')),
  };
}

/** What is edited, as a rule; groups in which nothing stands yet are left out. */
export function ruleOf(part: Part): Rule {
  const rule: Rule = part.kind === 'leaf' ? part.condition : groupRule(part);
  return part.isOpposite ? { not: rule } : rule;
}

function groupRule({ join, parts }: Group): Rule {
  const rules = parts.filter((part) => part.kind === 'leaf' || part.parts.length > 0).map(ruleOf);
  return join === 'all' ? { all: rules } : { any: rules };
}

/** Every leaf below, in the order of reading. */
export const leavesOf = (part: Part): Leaf[] => (part.kind === 'leaf' ? [part] : part.parts.flatMap(leavesOf));

/** Changes one part, wherever it stands; undefined takes it away. */
export function changed(group: Group, id: number, change: (part: Part) => Part | undefined): Group {
  return {
    ...group,
    parts: group.parts.flatMap((part) => {
      if (part.id === id) return change(part) ?? [];
      return part.kind === 'group' ? changed(part, id, change) : part;
    }),
  };
}

/** Adds to a group, also to the root. */
export function added(root: Group, groupId: number, part: Part): Group {
  if (root.id === groupId) return { ...root, parts: [...root.parts, part] };
  return changed(root, groupId, (group) =>
    group.kind === 'group' ? { ...group, parts: [...group.parts, part] } : group,
  );
}

/** A condition in brackets of its own, joined the other way: "und (… oder …)". */
export const wrapped = (part: Part, around: 'all' | 'any'): Group => ({
  ...emptyTree(),
  join: around === 'all' ? 'any' : 'all',
  parts: [part],
});

/** One place up or down among its neighbours. */
export function moved(group: Group, id: number, by: -1 | 1): Group {
  const at = group.parts.findIndex((part) => part.id === id);
  if (at < 0)
    return { ...group, parts: group.parts.map((part) => (part.kind === 'group' ? moved(part, id, by) : part)) };
  const [part, other] = [group.parts[at], group.parts[at + by]];
  if (!part || !other) return group;
  return { ...group, parts: group.parts.with(at, other).with(at + by, part) };
}

/** Whether another group may stand inside, `depth` groups being around already. */
export const mayNest = (depth: number): boolean => depth < DEEPEST_RULE;

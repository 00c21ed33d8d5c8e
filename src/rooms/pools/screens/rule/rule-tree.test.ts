import { describe, expect, it } from 'vitest';
import type { Rule } from '../../schema-rule.ts';
import { CONDITION_NAMES } from '../../schema-rule.ts';
import { readRule } from '../../segments/read-rule.ts';
import {
  added,
  changed,
  emptyCondition,
  emptyTree,
  isAnswered,
  leavesOf,
  moved,
  newLeaf,
  ruleOf,
  treeOf,
  wrapped,
} from './rule-tree.ts';

const RULE: Rule = {
  all: [{ is: 'was_with_us' }, { not: { any: [{ is: 'silent', days: 90 }, { not: { is: 'next_step' } }] } }],
};
const tags = (...words: string[]) => words.map((word) => ({ is: 'tag' as const, values: [word] }));

describe('a rule that is edited', () => {
  it('is the same rule when nothing was changed', () => {
    expect(ruleOf(treeOf(RULE))).toEqual(RULE);
  });

  it('has a group around a lone condition, and around a lone opposite', () => {
    expect(ruleOf(treeOf({ is: 'was_with_us' }))).toEqual({ all: [{ is: 'was_with_us' }] });
    expect(ruleOf(treeOf({ not: { is: 'was_with_us' } }))).toEqual({ all: [{ not: { is: 'was_with_us' } }] });
  });

  it('changes, turns round and takes away a part deep inside', () => {
    const tree = treeOf(RULE);
    const silent = leavesOf(tree)[1];

    const turned = changed(tree, silent?.id ?? 0, (part) => ({ ...part, isOpposite: true }));
    const less = changed(tree, silent?.id ?? 0, () => undefined);

    expect(ruleOf(turned)).toEqual({
      all: [
        { is: 'was_with_us' },
        { not: { any: [{ not: { is: 'silent', days: 90 } }, { not: { is: 'next_step' } }] } },
      ],
    });
    expect(ruleOf(less)).toEqual({ all: [{ is: 'was_with_us' }, { not: { any: [{ not: { is: 'next_step' } }] } }] });
  });

  it('leaves out groups in which nothing stands', () => {
    const tree = emptyTree();

    expect(ruleOf(added(added(tree, tree.id, newLeaf('was_with_us')), tree.id, emptyTree()))).toEqual({
      all: [{ is: 'was_with_us' }],
    });
  });

  it('puts a condition into brackets, joined the other way', () => {
    const tree = treeOf({ all: tags('a', 'b') });
    const [first] = tree.parts;

    const inside = changed(tree, first?.id ?? 0, (part) => wrapped(part, 'all'));

    expect(ruleOf(inside)).toEqual({ all: [{ any: tags('a') }, ...tags('b')] });
  });

  it('moves a condition among its neighbours, and not beyond', () => {
    const tree = treeOf({ all: [...tags('a'), { any: tags('b', 'c') }] });
    const ids = leavesOf(tree).map(({ id }) => id);

    expect(ruleOf(moved(tree, ids[2] ?? 0, -1))).toEqual({ all: [...tags('a'), { any: tags('c', 'b') }] });
    expect(ruleOf(moved(tree, ids[0] ?? 0, -1))).toEqual(ruleOf(tree));
  });

  it.each(CONDITION_NAMES)('begins with a condition that is whole or waits for an answer: %s', (name) => {
    const condition = emptyCondition(name);

    expect(readRule(condition).problem === undefined).toBe(isAnswered(condition));
  });
});

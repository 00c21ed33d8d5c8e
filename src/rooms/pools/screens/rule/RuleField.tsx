import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { Button } from '#ground/ui/Button.tsx';
import { FormActions } from '#ground/ui/Form.tsx';
import type { Rule } from '../../schema-rule.ts';
import { readRule } from '../../segments/read-rule.ts';
import { useRuleCount } from '../segment/use-rule-count.ts';
import styles from './rule-editor.module.css';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleSentence } from './RuleSentence.tsx';
import { type Group, emptyTree, isAnswered, leavesOf, ruleOf, treeOf } from './rule-tree.ts';

interface RuleFieldProps {
  rule: unknown;
  /** Undefined: everybody. */
  onApply: (rule: Rule | undefined) => void;
  /** What the button does, in the words of the screen around. */
  applyLabel: string;
  emptyLabel: string;
}

/** A rule that belongs to something else than a segment: written here, kept there. */
export function RuleField({ rule, onApply, applyLabel, emptyLabel }: RuleFieldProps) {
  const [tree, setTree] = useState<Group>(() => treeFrom(rule));
  const leaves = leavesOf(tree);
  const isWhole = leaves.length > 0 && leaves.every(({ condition }) => isAnswered(condition));
  const written = ruleOf(tree);
  return (
    <div className={styles.alone}>
      <p className={styles.sentence}>
        <RuleSentence rule={written} /> <Found rule={isWhole ? written : undefined} />
      </p>
      <RuleEditor tree={tree} onChange={setTree} />
      <FormActions>
        <Button look="filled" disabled={!isWhole} onClick={() => onApply(written)}>
          {applyLabel}
        </Button>
        {rule !== undefined && <Button onClick={() => onApply(undefined)}>{emptyLabel}</Button>}
      </FormActions>
    </div>
  );
}

function treeFrom(given: unknown): Group {
  const { rule } = given === undefined ? {} : readRule(given);
  return rule ? treeOf(rule) : emptyTree();
}

function Found({ rule }: { rule: Rule | undefined }) {
  const t = useMessages('pools');
  const words = useProblemWords();
  const { count, problem, isCounting } = useRuleCount(rule);
  if (rule === undefined) return null;
  if (problem && !isCounting) return <output>{words(problem)}</output>;
  if (!count) return <output>{t('segment.counting')}</output>;
  const key = count.value === 0 ? 'no_hits' : count.isExact ? 'hits' : 'hits_more';
  return <output aria-busy={isCounting}>{t(`segment.${key}`, { count: count.value })}</output>;
}

/** A rule that is kept elsewhere, as a sentence; one that no longer reads says so. */
export function RuleWords({ rule }: { rule: unknown }) {
  const words = useProblemWords();
  const read = readRule(rule);
  return read.rule ? <RuleSentence rule={read.rule} /> : words(read.problem);
}

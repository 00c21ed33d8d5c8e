import type { Rule } from '../../schema-rule.ts';
import styles from './rule-editor.module.css';
import { ruleSentence } from './rule-sentence.ts';
import { useRuleWords } from './use-rule-words.ts';

/** A rule as one sentence of the reader's language; what somebody chose is set stronger. */
export function RuleSentence({ rule }: { rule: Rule }) {
  const { words } = useRuleWords();
  return ruleSentence(rule, words).map(({ text, isTerm }, i) =>
    isTerm ? (
      // oxlint-disable-next-line react/no-array-index-key -- pieces have nothing else that tells them apart
      <b key={i} className={styles.term}>
        {text}
      </b>
    ) : (
      text
    ),
  );
}

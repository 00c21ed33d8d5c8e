import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { Button } from '#ground/ui/Button.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import type { Rule } from '../../schema-rule.ts';
import { readRule } from '../../segments/read-rule.ts';
import styles from './segment.module.css';

/** The same rule as JSON: to copy, or to write by hand. */
export function WrittenRule({ rule, onApply }: { rule: Rule; onApply: (rule: Rule) => void }) {
  const t = useMessages('pools');
  const words = useProblemWords();
  const shown = JSON.stringify(rule, null, 2);
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const apply = () => {
    const parsed = parse(typed ?? shown);
    if (parsed === undefined) return setError(t('segment.written_unreadable'));
    const { rule: read, problem } = readRule(parsed);
    if (problem) return setError(words(problem));
    setError(undefined);
    setTyped(undefined);
    return onApply(read);
  };
  return (
    <details className={styles.written}>
      <summary>{t('segment.written')}</summary>
      <TextArea
        label={t('segment.written')}
        labelHidden
        help={t('segment.written_help')}
        rows={12}
        spellCheck={false}
        error={error}
        value={typed ?? shown}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button disabled={typed === undefined} onClick={apply}>
        {t('segment.written_apply')}
      </Button>
    </details>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

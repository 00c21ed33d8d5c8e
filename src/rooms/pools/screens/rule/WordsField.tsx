import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { reading } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { listFacets } from '#rooms/talents/contract.ts';
import type { Ask } from './asks.ts';
import styles from './rule-editor.module.css';

interface WordsFieldProps {
  facet: Extract<Ask, { kind: 'words' }>['facet'];
  chosen: readonly string[];
  wordOf: (value: string) => string;
  onChoose: (values: string[]) => void;
}

const SHOWN = 8;

/** Words that occur, the most frequent first, and any other word that is typed. */
export function WordsField({ facet, chosen, wordOf, onChoose }: WordsFieldProps) {
  const t = useMessages('pools');
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const { data } = useQuery({
    ...reading(listFacets, { query: { field: facet ?? 'tag', q: wanted || undefined } }),
    enabled: facet !== undefined,
    placeholderData: keepPreviousData,
  });
  const found = (facet === undefined ? [] : (data?.items ?? [])).slice(0, SHOWN);
  const others = chosen
    .filter((value) => !found.some((one) => one.value === value))
    .map((value) => ({ value, count: undefined }));
  const add = (value: string) => {
    if (value !== '') onChoose([...new Set([...chosen, value])]);
    setTyped('');
  };
  const words = [...others, ...found];
  // People are classified into a few segments; there is no other word.
  const isClosed = facet === 'segment' && found.length > 0;
  return (
    <div className={styles.words}>
      {!isClosed && (
        <TextField
          label={t('rule.word')}
          help={t('rule.word_help')}
          value={typed}
          autoComplete="off"
          maxLength={120}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            // Not the deferred one: who types fast presses Enter before that has caught up.
            const word = typed.trim();
            add(word === '' ? '' : wantedValue(word, found));
          }}
        />
      )}
      {words.length > 0 && (
        <ul className={styles.boxes}>
          {words.map(({ value, count }) => (
            <li key={value}>
              <Checkbox
                checked={chosen.includes(value)}
                onMark={(isOn) => onChoose(isOn ? [...chosen, value] : chosen.filter((one) => one !== value))}
              >
                {wordOf(value)}
              </Checkbox>
              {count !== undefined && <span className={styles.quiet}>{formats.number(count)}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The word that occurs, when it was typed in another case. */
const wantedValue = (typed: string, found: readonly { value: string }[]) =>
  found.find(({ value }) => value.toLowerCase() === typed.toLowerCase())?.value ?? typed;

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { reading } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox, Radio } from '#ground/ui/Checkbox.tsx';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { listFacets } from '../../contract.ts';
import type { Condition, ConditionName } from '../../schema-filter.ts';
import { LANGUAGES_OF_TALENTS, STAGES } from '../../types.ts';
import styles from './condition-editor.module.css';
import { ANSWER_KINDS } from './sentence-model.ts';
import { useConditionWords } from './use-condition-words.ts';

type Value = Condition['value'] | undefined;
interface AnswerFieldProps {
  field: ConditionName;
  value: Value;
  onAnswer: (value: Condition['value']) => void;
}

/** The answer to a condition, as its kind asks for it. */
export function AnswerField({ field, value, onAnswer }: AnswerFieldProps) {
  const kind = ANSWER_KINDS[field];
  const chosen = Array.isArray(value) ? value : [];
  if (kind === 'days') return <DaysAnswer days={Number(value ?? 90)} onAnswer={onAnswer} />;
  if (kind === 'yes_no') return <YesNoAnswer field={field} value={value} onAnswer={onAnswer} />;
  if (kind === 'member') return <MemberAnswer chosen={chosen} onAnswer={onAnswer} />;
  if (kind === 'choice') {
    const options = field === 'stage' ? STAGES : LANGUAGES_OF_TALENTS;
    return <WordBoxes field={field} words={options.map((word) => ({ word }))} chosen={chosen} onAnswer={onAnswer} />;
  }
  return <WordsAnswer field={field} chosen={chosen} onAnswer={onAnswer} />;
}

const DAYS = [7, 30, 90, 180, 365] as const;

function DaysAnswer({ days, onAnswer }: { days: number; onAnswer: (value: number) => void }) {
  const t = useMessages('talents');
  const preset = DAYS.find((one) => one === days);
  return (
    <>
      <TextField
        label={t('sentence.days')}
        type="number"
        min={0}
        max={3650}
        value={Number.isNaN(days) ? '' : days}
        onChange={(event) => onAnswer(Math.min(3650, Math.max(0, Math.round(event.target.valueAsNumber || 0))))}
      />
      <Chips
        label={t('sentence.days')}
        value={String(preset ?? '')}
        options={DAYS.map((one) => ({ value: String(one), label: t('sentence.days_chip', { count: one }) }))}
        onChoose={(one) => onAnswer(Number(one))}
      />
    </>
  );
}

function YesNoAnswer({ field, value, onAnswer }: AnswerFieldProps) {
  const t = useMessages('talents');
  return (['yes', 'no'] as const).map((answer) => (
    <Radio key={answer} name={field} checked={value === answer} onChoose={() => onAnswer(answer)}>
      {t(`answer.${answer}`)}
    </Radio>
  ));
}

interface ChosenProps {
  chosen: readonly string[];
  onAnswer: (value: string[]) => void;
}

function MemberAnswer({ chosen, onAnswer }: ChosenProps) {
  const { team } = useConditionWords();
  const words = ['me', 'none', ...team.map(({ id }) => id)].map((word) => ({ word }));
  return <WordBoxes field="owner" words={words} chosen={chosen} onAnswer={onAnswer} />;
}

type FacetField = 'segment' | 'tag' | 'city' | 'country' | 'skill' | 'interest' | 'employer';
const FACETS: readonly string[] = ['segment', 'tag', 'city', 'country', 'skill', 'interest', 'employer'];

/** Words that occur, the most frequent first, and any other word that is typed. */
function WordsAnswer({ field, chosen, onAnswer }: ChosenProps & { field: ConditionName }) {
  const t = useMessages('talents');
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const { data } = useQuery({
    ...reading(listFacets, { query: { field: field as FacetField, q: wanted || undefined } }),
    enabled: FACETS.includes(field),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).map(({ value, count }) => ({ word: value, count }));
  const others = [...chosen, ...(wanted === '' || field === 'segment' ? [] : [wanted])]
    .filter((word) => !found.some((one) => one.word === word))
    .map((word) => ({ word }));
  return (
    <>
      <TextField
        label={t('sentence.word')}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return;
          event.preventDefault();
          onAnswer([...new Set([...chosen, found[0]?.word ?? typed.trim()])]);
          setTyped('');
        }}
      />
      <WordBoxes
        field={field}
        words={[...others, ...found]}
        chosen={chosen}
        onAnswer={(words) => {
          onAnswer(words);
          setTyped('');
        }}
      />
    </>
  );
}

interface WordBoxesProps extends ChosenProps {
  field: ConditionName;
  words: readonly { word: string; count?: number }[];
}

function WordBoxes({ field, words, chosen, onAnswer }: WordBoxesProps) {
  const formats = useFormats();
  const { wordOf } = useConditionWords();
  return (
    <ul className={styles.words}>
      {words.map(({ word, count }) => (
        <li key={word} className={styles.word}>
          <Checkbox
            checked={chosen.includes(word)}
            onMark={(isOn) => onAnswer(isOn ? [...chosen, word] : chosen.filter((one) => one !== word))}
          >
            {wordOf(field, word)}
          </Checkbox>
          {count !== undefined && <span className={styles.count}>{formats.number(count)}</span>}
        </li>
      ))}
    </ul>
  );
}

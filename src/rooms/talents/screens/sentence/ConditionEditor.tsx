import { type FormEvent, useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { reading } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { listTalents } from '../../contract.ts';
import type { Condition, ConditionName, FilterSentence } from '../../schema-filter.ts';
import { filterOf } from '../list/list-search.ts';
import { useHitWords } from '../list/use-hit-words.ts';
import { AnswerField } from './AnswerField.tsx';
import styles from './condition-editor.module.css';
import { ANSWER_KINDS, ASKABLE, firstValue } from './sentence-model.ts';

interface ConditionEditorProps {
  /** Undefined for a new condition: then it is chosen first. */
  first?: Condition;
  q?: string;
  sentenceWith: (condition: Condition) => FilterSentence;
  onApply: (condition: Condition) => void;
  onRemove?: () => void;
  onAlternative?: () => void;
}

interface Draft {
  field: ConditionName;
  value: Condition['value'] | undefined;
  not: boolean;
}

const isAnswered = ({ value }: Draft) => value !== undefined && (!Array.isArray(value) || value.length > 0);
const conditionOf = ({ field, value, not }: Draft): Condition => ({
  field,
  value: value ?? [],
  ...(not ? { not: true } : {}),
});

/** One condition: what is asked, its answer, and how many it would find, before it counts. */
export function ConditionEditor({ first, q, sentenceWith, onApply, onRemove, onAlternative }: ConditionEditorProps) {
  const t = useMessages('talents');
  const [draft, setDraft] = useState<Draft | undefined>(
    first && { field: first.field, value: first.value, not: first.not === true },
  );
  if (!draft) {
    return <FieldChoice onChoose={(field) => setDraft({ field, value: firstValue(field), not: false })} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAnswered(draft)) onApply(conditionOf(draft));
  };
  return (
    <form ref={focusFirst} className={styles.editor} onSubmit={submit}>
      <p className={styles.head}>{t(`condition.${draft.field}.name`)}</p>
      <AnswerField field={draft.field} value={draft.value} onAnswer={(value) => setDraft({ ...draft, value })} />
      {ANSWER_KINDS[draft.field] !== 'yes_no' && (
        <Checkbox checked={draft.not} onMark={(not) => setDraft({ ...draft, not })}>
          {t('sentence.not')}
        </Checkbox>
      )}
      <div className={styles.foot}>
        {isAnswered(draft) && <Preview q={q} sentence={sentenceWith(conditionOf(draft))} />}
        <Button type="submit" look="filled" disabled={!isAnswered(draft)}>
          {t('sentence.apply')}
        </Button>
      </div>
      {onRemove && (
        <div className={styles.more}>
          {onAlternative && (
            <Button look="bare" onClick={onAlternative}>
              {t('sentence.alternative')}
            </Button>
          )}
          <Button look="bare" onClick={onRemove}>
            {t('sentence.remove')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** When a condition was chosen, its first field takes the focus that the list of conditions had. */
const focusFirst = (form: HTMLFormElement | null) => form?.querySelector<HTMLElement>('input')?.focus();

function Preview({ q, sentence }: { q?: string; sentence: FilterSentence }) {
  const t = useMessages('talents');
  const hitWords = useHitWords();
  const asked = useDeferredValue(JSON.stringify(sentence));
  const { data } = useQuery({
    ...reading(listTalents, { query: { ...filterOf({ q }), filter: asked, limit: 1 } }),
    placeholderData: keepPreviousData,
  });
  return <output className={styles.preview}>{data ? hitWords(data.count) : t('sentence.counting')}</output>;
}

function FieldChoice({ onChoose }: { onChoose: (field: ConditionName) => void }) {
  const t = useMessages('talents');
  const [wanted, setWanted] = useState('');
  const found = fieldsLike(wanted, (field) => t(`condition.${field}.name`));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found[0]) onChoose(found[0]);
  };
  return (
    <form className={styles.editor} onSubmit={submit}>
      <TextField
        label={t('sentence.which')}
        value={wanted}
        autoComplete="off"
        onChange={(event) => setWanted(event.target.value)}
      />
      <ul className={styles.fields}>
        {found.map((field) => (
          <li key={field}>
            <button type="button" className={styles.field} onClick={() => onChoose(field)}>
              {t(`condition.${field}.name`)}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

/** Fields whose name has the words; those that begin with them come first. */
function fieldsLike(wanted: string, nameOf: (field: ConditionName) => string): ConditionName[] {
  const words = wanted.trim().toLowerCase();
  const placeOf = (field: ConditionName) => nameOf(field).toLowerCase().indexOf(words);
  return ASKABLE.filter((field) => placeOf(field) >= 0).sort((a, b) => Number(placeOf(a) > 0) - Number(placeOf(b) > 0));
}

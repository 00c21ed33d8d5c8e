import { useEffect, useRef, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { readMatches, setWeights } from '../contract-matches.ts';
import { CRITERIA, type CriterionName, type Weights } from '../schema-matches.ts';
import styles from './matches.module.css';
import { useMatchSearch } from './use-match-search.ts';

/** A hand on the slider passes many values; the list is asked for the one where it rests. */
const REST_MS = 220;

/** Moves what counts: the order follows at once, and is kept only when somebody says so. */
export function WeightsForm({
  demandId,
  weights,
  isAsked,
  onClose,
}: {
  demandId: string;
  weights: Weights;
  isAsked: (name: CriterionName) => boolean;
  onClose: () => void;
}) {
  const t = useMessages('matching');
  const { change } = useMatchSearch(demandId);
  const [draft, setDraft] = useState(weights);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const close = () => {
    clearTimeout(rest.current);
    change({ weights: undefined });
    onClose();
  };
  const keep = useAct(setWeights, {
    stale: [readMatches],
    onDone: () => {
      showToast({ message: t('weights.kept') });
      close();
    },
  });
  const move = (name: CriterionName, value: number) => {
    const next = { ...draft, [name]: value };
    setDraft(next);
    clearTimeout(rest.current);
    // All at zero orders nobody; the form says so, and the list stays.
    if (!isNothing(next)) rest.current = setTimeout(() => change({ weights: JSON.stringify(next) }), REST_MS);
  };
  const isAllZero = isNothing(draft);
  return (
    <Form label={t('weights.change')} onSubmit={() => keep.mutate({ params: { demandId }, body: { weights: draft } })}>
      <div className={styles.weights}>
        {CRITERIA.map((name) => (
          <WeightField
            key={name}
            name={name}
            isAsked={isAsked(name)}
            value={draft[name]}
            onMove={(value) => move(name, value)}
          />
        ))}
      </div>
      {isAllZero && <p className={styles.mistake}>{t('weights.all_zero')}</p>}
      {keep.error && <ProblemNote problem={keep.error} />}
      <FormActions>
        <Button type="submit" busy={keep.isPending} disabled={isAllZero}>
          {t('weights.keep')}
        </Button>
        <Button look="bare" onClick={close}>
          {t('weights.leave')}
        </Button>
      </FormActions>
    </Form>
  );
}

const isNothing = (weights: Weights) => CRITERIA.every((name) => weights[name] === 0);

interface WeightFieldProps {
  name: CriterionName;
  isAsked: boolean;
  value: number;
  onMove: (value: number) => void;
}

function WeightField({ name, isAsked, value, onMove }: WeightFieldProps) {
  const t = useMessages('matching');
  const id = `weight-${name}`;
  return (
    <>
      <label htmlFor={id}>
        {t(isAsked ? `criterion.${name}` : 'not_asked', { criterion: t(`criterion.${name}`) })}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={50}
        step={5}
        value={value}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <output htmlFor={id}>{value}</output>
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keyOf, useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changePeriods, readPeriods } from '../contract.ts';
import type { PeriodsInForce } from '../schema.ts';
import styles from './consent-page.module.css';
import { MovesPreview } from './MovesPreview.tsx';
import { changedPeriods, isPeriod, PERIODS, type PeriodName } from './period-draft.ts';

const fieldId = (name: PeriodName) => `period-${name}`;

/** Three numbers, and what they would change: shorter ones for everybody, longer ones for who comes from now on. */
export function PeriodsForm({ periods, onLeave }: { periods: PeriodsInForce; onLeave: () => void }) {
  const t = useMessages('consent');
  const cache = useQueryClient();
  const { monthsAfterRejection, consentMonths, interestMonths, version } = periods;
  const [draft, setDraft] = useState({ monthsAfterRejection, consentMonths, interestMonths });
  const [wrong, setWrong] = useState<readonly PeriodName[]>([]);
  const act = useAct(changePeriods, {
    stale: [readPeriods],
    onDone: () => {
      showToast({ message: t('periods.saved') });
      onLeave();
    },
  });
  const steps = changedPeriods(periods, draft);
  const save = () => {
    const outside = PERIODS.filter((name) => !isPeriod(draft[name]));
    setWrong(outside);
    if (outside.length === 0) act.mutate({ body: { ...draft, basedOnVersion: version } });
  };
  return (
    <div className={styles.form}>
      <Form
        label={t('periods.change')}
        onSubmit={save}
        mistakes={wrong.map((name) => ({ fieldId: fieldId(name), message: t('periods.out_of_bounds') }))}
      >
        {PERIODS.map((name) => (
          <TextField
            key={name}
            id={fieldId(name)}
            type="number"
            min={1}
            max={24}
            label={t(`periods.field.${name}`)}
            error={wrong.includes(name) ? t('periods.out_of_bounds') : undefined}
            value={Number.isNaN(draft[name]) ? '' : draft[name]}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.valueAsNumber })}
          />
        ))}
        <output className={styles.preview}>
          {steps.length === 0 && <p>{t('periods.same')}</p>}
          {steps.map(({ name, before, after }) => (
            <p key={name}>{t('periods.step', { what: t(`periods.field.${name}`), before, after })}</p>
          ))}
          <p>
            <b>{t('periods.preview')}</b>
          </p>
          {steps.some(({ before, after }) => after < before) && PERIODS.every((name) => isPeriod(draft[name])) && (
            <MovesPreview draft={draft} />
          )}
        </output>
        {act.error && (
          <ProblemNote
            problem={act.error}
            kept={t('periods.kept')}
            onRetry={() => void cache.invalidateQueries({ queryKey: keyOf(readPeriods) })}
          />
        )}
        <FormActions>
          <Button type="submit" look="filled" busy={act.isPending} disabled={steps.length === 0}>
            {t('periods.save')}
          </Button>
          <Button onClick={onLeave}>{t('page.leave')}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

import { useMessages } from '#ground/i18n/use-messages.ts';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import textStyles from '#ground/ui/text.module.css';
import { RHYTHMS } from '../../types.ts';
import { usePlanWords } from '../shared/use-plan-words.ts';
import type { PlanFieldsProps } from './PlanFields.tsx';
import styles from './plans.module.css';

const USUAL = ['30', '60', '90', '180', '365'] as const;

/** Every so many days, at events, or per project; the phase of the company proposes how many. */
export function RhythmFields({ draft, set, mistakes, proposed }: PlanFieldsProps) {
  const t = useMessages('care');
  const words = usePlanWords();
  return (
    <>
      {RHYTHMS.map((rhythm) => (
        <Radio
          key={rhythm}
          name="rhythm"
          checked={draft.rhythm === rhythm}
          help={t(`plan.rhythm_help.${rhythm}`)}
          onChoose={() => set({ rhythm })}
        >
          {t(`plan.rhythm_word.${rhythm}`)}
        </Radio>
      ))}
      {draft.rhythm === 'every' && (
        <div>
          <TextField
            id="plan-days"
            className={styles.days}
            type="number"
            inputMode="numeric"
            min={7}
            max={1095}
            label={t('plan.days')}
            error={mistakes.includes('days') ? t('plan.mistake.days') : undefined}
            value={Number.isNaN(draft.everyDays) ? '' : draft.everyDays}
            onChange={(event) => set({ everyDays: event.target.valueAsNumber })}
          />
          <div className={styles.chips}>
            <Chips<string>
              label={t('plan.usual')}
              value={String(draft.everyDays)}
              options={USUAL.map((value) => ({ value, label: words.every(Number(value)) }))}
              onChoose={(days) => set({ everyDays: Number(days) })}
            />
          </div>
          {proposed && proposed.everyDays !== draft.everyDays && (
            <p className={styles.proposal}>
              {t('plan.phase_proposes', { phase: proposed.phase, days: proposed.everyDays })}
              <button type="button" className={textStyles.link} onClick={() => set({ everyDays: proposed.everyDays })}>
                {t('plan.take_over')}
              </button>
            </p>
          )}
        </div>
      )}
    </>
  );
}

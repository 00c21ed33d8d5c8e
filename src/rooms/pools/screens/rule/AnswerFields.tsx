import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import {
  APPLICATION_OUTCOMES,
  APPLICATION_STAGES,
  EMPLOYMENT_KINDS,
  LANGUAGES_OF_TALENTS,
  STAGES,
} from '#rooms/talents/types.ts';
import { listPools, listSegments } from '../../contract.ts';
import type { Condition } from '../../schema-rule.ts';
import { CONDITION_SCHEMAS, CONSENT_PURPOSES, CONSENT_STATES, MOST_DAYS, MOST_TIMES } from '../../schema-rule.ts';
import { useTeam } from '../shared/use-team.ts';
import { ASKS } from './asks.ts';
import styles from './rule-editor.module.css';
import { useRuleWords } from './use-rule-words.ts';
import { WordsField } from './WordsField.tsx';

interface AnswerProps {
  condition: Condition;
  onAnswer: (condition: Condition) => void;
  /** The segment being edited: it cannot name itself. */
  segmentId?: string | undefined;
}

/** The fields for one condition, as its kind asks. */
export function AnswerFields(props: AnswerProps) {
  const { ask } = ASKS[props.condition.is];
  switch (ask.kind) {
    case 'nothing':
      return null;
    case 'days':
      return <DaysField {...props} />;
    case 'times':
      return (
        <>
          <NumberField {...props} field="atLeast" label="times" most={MOST_TIMES} />
          <DaysField {...props} />
        </>
      );
    case 'words':
      return <Words {...props} facet={ask.facet} />;
    case 'choice':
    case 'member':
      return <Boxes {...props} />;
    case 'stage_reached':
      return <Choice {...props} field="stage" label="from_stage" />;
    case 'consent':
      return (
        <>
          <Choice {...props} field="purpose" label="purpose" />
          <Choice {...props} field="state" label="state" />
        </>
      );
    case 'reach':
      return <Choice {...props} field="by" label="by" />;
    case 'pools':
      return <PoolBoxes {...props} />;
    default:
      return <SegmentField {...props} />;
  }
}

/** The condition with another answer. What does not fit stays as it was: the fields offer only what fits. */
function answered(condition: Condition, answer: Record<string, unknown>): Condition {
  const whole = { ...condition, ...answer };
  const parsed = CONDITION_SCHEMAS[condition.is].safeParse(whole);
  return parsed.success ? parsed.data : hasOpenList(answer) ? { ...condition, ...answer } : condition;
}

/** A list that was emptied waits for its answer. */
const hasOpenList = (answer: Record<string, unknown>) =>
  Object.values(answer).some((value) => Array.isArray(value) && value.length === 0);

const DaysField = (props: AnswerProps) => <NumberField {...props} field="days" label="days" most={MOST_DAYS} />;

interface NumberProps extends AnswerProps {
  field: 'days' | 'atLeast';
  label: 'days' | 'times';
  most: number;
}

function NumberField({ condition, onAnswer, field, label, most }: NumberProps) {
  const t = useMessages('pools');
  const value = field in condition ? (condition as { [K in typeof field]?: number })[field] : undefined;
  return (
    <span className={styles.number}>
      <TextField
        label={t(`rule.${label}`)}
        type="number"
        min={1}
        max={most}
        defaultValue={value}
        onChange={({ target }) => {
          const wanted = Math.round(target.valueAsNumber);
          if (wanted >= 1 && wanted <= most) onAnswer(answered(condition, { [field]: wanted }));
        }}
      />
    </span>
  );
}

function Words({ condition, onAnswer, facet }: AnswerProps & Pick<Parameters<typeof WordsField>[0], 'facet'>) {
  const { word } = useRuleWords();
  return (
    <WordsField
      facet={facet}
      chosen={'values' in condition ? condition.values : []}
      wordOf={(value) => word(condition.is, value)}
      onChoose={(values) => onAnswer(answered(condition, { values }))}
    />
  );
}

const CHOICES: Partial<Record<Condition['is'], readonly string[]>> = {
  stage: STAGES,
  language: LANGUAGES_OF_TALENTS,
  application_outcome: APPLICATION_OUTCOMES,
  employed_as: EMPLOYMENT_KINDS,
  rehire_wish: ['yes', 'no', 'unknown'],
};

function Boxes({ condition, onAnswer }: AnswerProps) {
  const { word } = useRuleWords();
  const team = useTeam();
  const options = CHOICES[condition.is] ?? ['me', 'none', ...team.map(({ id }) => id)];
  const chosen: readonly string[] = 'values' in condition ? condition.values : [];
  return (
    <BoxList
      options={options.map((value) => ({ value, label: word(condition.is, value) }))}
      chosen={chosen}
      onChoose={(values) => onAnswer(answered(condition, { values }))}
    />
  );
}

function PoolBoxes({ condition, onAnswer }: AnswerProps) {
  const { data } = useRead(listPools, {});
  const pools = (data?.items ?? []).filter(({ isOpen }) => isOpen);
  return (
    <BoxList
      options={pools.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={'ids' in condition ? condition.ids : []}
      onChoose={(ids) => onAnswer(answered(condition, { ids }))}
    />
  );
}

interface BoxListProps {
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChoose: (values: string[]) => void;
}

function BoxList({ options, chosen, onChoose }: BoxListProps) {
  return (
    <ul className={styles.boxes}>
      {options.map(({ value, label }) => (
        <li key={value}>
          <Checkbox
            checked={chosen.includes(value)}
            onMark={(isOn) => onChoose(isOn ? [...chosen, value] : chosen.filter((one) => one !== value))}
          >
            {label}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps extends AnswerProps {
  field: 'stage' | 'purpose' | 'state' | 'by';
  label: 'from_stage' | 'purpose' | 'state' | 'by';
}

function Choice({ condition, onAnswer, field, label }: ChoiceProps) {
  const t = useMessages('pools');
  const { word } = useRuleWords();
  const options = {
    stage: APPLICATION_STAGES.map((value) => ({ value, label: word('reached', value) })),
    purpose: CONSENT_PURPOSES.map((value) => ({ value, label: t(`consent_purpose.${value}`) })),
    state: CONSENT_STATES.map((value) => ({ value, label: t(`consent_state.${value}`) })),
    by: (['mail', 'phone'] as const).map((value) => ({ value, label: t(`reach_by.${value}`) })),
  }[field];
  const value = field in condition ? String((condition as unknown as Record<string, unknown>)[field]) : '';
  return (
    <SelectField
      label={t(`rule.${label}`)}
      value={value}
      options={options}
      onChoose={(chosen) => onAnswer(answered(condition, { [field]: chosen }))}
    />
  );
}

function SegmentField({ condition, onAnswer, segmentId }: AnswerProps) {
  const t = useMessages('pools');
  const { data } = useRead(listSegments, {});
  const others = (data?.items ?? []).filter(({ id }) => id !== segmentId);
  return (
    <SelectField
      label={t('rule.segment')}
      value={'id' in condition ? condition.id : ''}
      options={[{ value: '', label: t('rule.choose') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
      onChoose={(id) => onAnswer(answered(condition, { id }))}
    />
  );
}

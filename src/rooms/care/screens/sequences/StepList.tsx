import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { STEP_KINDS } from '../../types.ts';
import { goesOut, moved, newStep, type StepDraft } from './sequence-draft.ts';
import { letterFieldId } from './sequence-mistakes.ts';
import styles from './sequences.module.css';
import { type StepFrame, StepWay } from './StepWay.tsx';

const MOST_STEPS = 20;

interface StepListProps {
  steps: readonly StepDraft[];
  frame: StepFrame;
  errorOf: (fieldId: string) => string | undefined;
  onSteps: (steps: StepDraft[]) => void;
}

/** The steps in their order; each is moved by buttons, so that it works without a mouse. */
export function StepList({ steps, frame, errorOf, onSteps }: StepListProps) {
  const t = useMessages('care');
  const change = (key: number, next: Partial<StepDraft>) =>
    onSteps(steps.map((step) => (step.key === key ? { ...step, ...next } : step)));
  const add = () => onSteps([...steps, newStep(Math.max(-1, ...steps.map(({ key }) => key)) + 1)]);
  return (
    <div id="sequence-steps" tabIndex={-1} className={styles.steps}>
      <ol>
        {steps.map((step, i) => (
          <StepFields
            key={step.key}
            step={step}
            number={i + 1}
            isLast={i === steps.length - 1}
            frame={frame}
            errorOf={errorOf}
            onChange={(next) => change(step.key, next)}
            onMove={(by) => onSteps(moved(steps, step.key, by))}
            onRemove={() => onSteps(steps.filter(({ key }) => key !== step.key))}
          />
        ))}
      </ol>
      {steps.length < MOST_STEPS && <Button onClick={add}>{t('sequence.add_step')}</Button>}
    </div>
  );
}

interface StepFieldsProps {
  step: StepDraft;
  number: number;
  isLast: boolean;
  frame: StepFrame;
  errorOf: (fieldId: string) => string | undefined;
  onChange: (next: Partial<StepDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function StepFields(props: StepFieldsProps) {
  const t = useMessages('care');
  const { step, number, onChange } = props;
  return (
    <li className={styles.step}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.fields}>
        <div className={styles.first}>
          <TextField
            type="number"
            min={0}
            max={365}
            label={t(number === 1 ? 'sequence.days_after_start' : 'sequence.days_after_step')}
            value={Number.isNaN(step.afterDays) ? '' : step.afterDays}
            onChange={(event) => onChange({ afterDays: event.target.valueAsNumber })}
          />
          <SelectField
            label={t('sequence.kind')}
            value={step.kind}
            options={STEP_KINDS.map((value) => ({ value, label: t(`step.${value}`) }))}
            onChoose={(kind) => onChange({ kind: STEP_KINDS.find((one) => one === kind) ?? step.kind })}
          />
        </div>
        <TextField
          label={t('sequence.step_title')}
          maxLength={120}
          value={step.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <StepWay {...props} />
        <StepText {...props} />
        <StepMoves {...props} />
      </div>
    </li>
  );
}

/** The words of the mail, or what a human may take up. */
function StepText({ step, frame, errorOf, onChange }: StepFieldsProps) {
  const t = useMessages('care');
  const isLetter = goesOut(step) && !frame.tasksOnly;
  const id = letterFieldId(step.key, 'text');
  return (
    <TextArea
      id={id}
      label={t(isLetter ? 'sequence.letter_text' : 'sequence.step_text')}
      help={t(isLetter ? 'sequence.letter_help' : 'sequence.step_help')}
      error={isLetter ? errorOf(id) : undefined}
      optional={!isLetter}
      voice="human"
      maxLength={4000}
      value={step.text}
      onChange={(event) => onChange({ text: event.target.value })}
    />
  );
}

function StepMoves({ number, isLast, onMove, onRemove }: StepFieldsProps) {
  const t = useMessages('care');
  return (
    <div className={styles.moves}>
      {number > 1 && (
        <Button look="bare" onClick={() => onMove(-1)}>
          {t('sequence.up')}
        </Button>
      )}
      {!isLast && (
        <Button look="bare" onClick={() => onMove(1)}>
          {t('sequence.down')}
        </Button>
      )}
      {(number > 1 || !isLast) && (
        <Button look="bare" onClick={onRemove}>
          {t('sequence.remove_step')}
        </Button>
      )}
    </div>
  );
}

import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Switch } from '#ground/ui/Checkbox.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { readModel, setModel, tryModel } from '../contract-model.ts';
import type { ModelSettings } from '../schema-model.ts';
import styles from './matches.module.css';
import { modelChangeFrom, type ModelDraft, modelDraftOf, type ModelMistake, modelMistakes } from './model-draft.ts';

const FIELD_OF: Record<ModelMistake, string> = {
  model: 'model-name',
  weight: 'model-weight',
  seconds: 'model-seconds',
  country: 'model-country',
  contract: 'model-contract',
};

/** Switches the model on or off. What is wrong is said at its field; off is always possible. */
export function ModelForm({ settings }: { settings: ModelSettings }) {
  const t = useMessages('matching');
  const [draft, setDraft] = useState(() => modelDraftOf(settings));
  const [mistakes, setMistakes] = useState<readonly ModelMistake[]>([]);
  const isElsewhere = settings.addresses.some(
    ({ address, isThisMachine }) => address === draft.address && !isThisMachine,
  );
  const keep = useAct(setModel, { stale: [readModel], onDone: () => showToast({ message: t('model.kept') }) });
  const submit = () => {
    const found = modelMistakes(draft, isElsewhere);
    setMistakes(found);
    if (found.length === 0) keep.mutate({ body: modelChangeFrom(draft) });
  };
  return (
    <div className={styles.model}>
      <Form
        label={t('model.title')}
        mistakes={mistakes.map((one) => ({ fieldId: FIELD_OF[one], message: t(`model.mistake.${one}`) }))}
        onSubmit={submit}
      >
        <ModelFields
          draft={draft}
          settings={settings}
          isElsewhere={isElsewhere}
          errorOf={(one) => (mistakes.includes(one) ? t(`model.mistake.${one}`) : undefined)}
          onDraft={setDraft}
        />
        {keep.error && <ProblemNote problem={keep.error} />}
        <FormActions>
          <Button type="submit" look="filled" busy={keep.isPending}>
            {t('model.keep')}
          </Button>
          {settings.settings?.isOn && <Trial />}
        </FormActions>
      </Form>
    </div>
  );
}

interface FieldsProps {
  draft: ModelDraft;
  settings: ModelSettings;
  isElsewhere: boolean;
  errorOf: (mistake: ModelMistake) => string | undefined;
  onDraft: (draft: ModelDraft) => void;
}

function ModelFields({ draft, settings, isElsewhere, errorOf, onDraft }: FieldsProps) {
  const t = useMessages('matching');
  const set = (change: Partial<ModelDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <Switch checked={draft.isOn} help={t('model.switch_help')} onMark={(isOn) => set({ isOn })}>
        {t('model.switch')}
      </Switch>
      <SelectField
        label={t('model.address')}
        help={t('model.address_help')}
        value={draft.address}
        options={settings.addresses.map(({ address }) => ({ value: address, label: address }))}
        onChoose={(address) => set({ address, apiKey: '' })}
      />
      <TextField
        id={FIELD_OF.model}
        label={t('model.name')}
        help={t('model.name_help')}
        error={errorOf('model')}
        maxLength={200}
        value={draft.model}
        onChange={(event) => set({ model: event.target.value })}
      />
      <TextField
        type="password"
        autoComplete="off"
        label={t('model.key')}
        help={t(settings.settings?.hasKey ? 'model.key_kept' : 'model.key_help')}
        optional
        value={draft.apiKey}
        onChange={(event) => set({ apiKey: event.target.value })}
      />
      <div className={styles.modelPair}>
        <TextField
          id={FIELD_OF.weight}
          label={t('model.weight')}
          inputMode="numeric"
          error={errorOf('weight')}
          value={draft.weight}
          onChange={(event) => set({ weight: event.target.value })}
        />
        <TextField
          id={FIELD_OF.seconds}
          label={t('model.seconds')}
          inputMode="decimal"
          error={errorOf('seconds')}
          value={draft.seconds}
          onChange={(event) => set({ seconds: event.target.value })}
        />
      </div>
      {isElsewhere && (
        <div className={styles.modelPair}>
          <TextField
            id={FIELD_OF.country}
            label={t('model.country')}
            maxLength={2}
            error={errorOf('country')}
            value={draft.country}
            onChange={(event) => set({ country: event.target.value })}
          />
          <TextField
            type="date"
            id={FIELD_OF.contract}
            label={t('model.contract')}
            error={errorOf('contract')}
            value={draft.contractOn}
            onChange={(event) => set({ contractOn: event.target.value })}
          />
        </div>
      )}
    </>
  );
}

/** One word goes out, and what comes back is said in a sentence. */
function Trial() {
  const t = useMessages('matching');
  const formats = useFormats();
  const act = useAct(tryModel, {});
  const { data } = act;
  return (
    <>
      <Button busy={act.isPending} onClick={() => act.mutate({})}>
        {t('model.try')}
      </Button>
      <output className={styles.quiet}>
        {data &&
          (data.state === 'answered'
            ? t('model.tried', { milliseconds: formats.number(data.tookMs) })
            : t(`model.failed.${data.state}`))}
      </output>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  );
}

import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { noteWithdrawal, readTalentPermission } from '../../contract-person.ts';
import type { ActFormProps } from './PermissionActs.tsx';
import styles from './permission-page.module.css';
import type { WithdrawOption } from './withdraw-options.ts';
import { choiceOf, withdrawOptions } from './withdraw-options.ts';

const FORMS = ['mail', 'spoken', 'paper'] as const;
const SHORTEST = 2;

/** Somebody took something back, and told one of us. */
export function WithdrawForm({ talentId, permission, onLeave }: ActFormProps) {
  const t = useMessages('consent');
  const nameOf = useOptionName();
  const options = withdrawOptions(permission);
  const [draft, setDraft] = useState({ key: '', form: 'mail', evidence: '' });
  const [isTried, setTried] = useState(false);
  const chosen = options.find(({ key }) => key === draft.key) ?? options[0];
  const act = useAct(noteWithdrawal, {
    stale: [readTalentPermission],
    onDone: ({ isErasedNext }) => {
      showToast({ message: t(isErasedNext ? 'withdraw.erased_next' : 'withdraw.saved') });
      onLeave();
    },
  });
  const isShort = draft.evidence.trim().length < SHORTEST;
  const save = () => {
    setTried(true);
    if (!chosen || isShort) return;
    const form = draft.form as 'mail';
    act.mutate({ params: { talentId }, body: { ...choiceOf(chosen), form, evidence: draft.evidence } });
  };
  if (!chosen) return <p className={styles.quiet}>{t('withdraw.nothing')}</p>;
  return (
    <Form label={t('may.act.withdraw')} onSubmit={save}>
      <SelectField
        label={t('withdraw.what')}
        value={chosen.key}
        options={options.map((option) => ({ value: option.key, label: nameOf(option) }))}
        onChoose={(key) => setDraft({ ...draft, key })}
      />
      <SelectField
        label={t('withdraw.form')}
        value={draft.form}
        options={FORMS.map((value) => ({ value, label: t(`form.${value}`) }))}
        onChoose={(form) => setDraft({ ...draft, form })}
      />
      <TextField
        label={t('note.evidence')}
        help={t('withdraw.evidence_help')}
        value={draft.evidence}
        error={isTried && isShort ? t('note.evidence_missing') : undefined}
        onChange={(event) => setDraft({ ...draft, evidence: event.target.value })}
      />
      <p className={styles.quiet}>{t(chosen.kind === 'stay' ? 'withdraw.effect_stay' : 'withdraw.effect')}</p>
      {act.error && <ProblemNote problem={act.error} />}
      <FormActions>
        <Button type="submit" look="risk" busy={act.isPending}>
          {t('withdraw.save')}
        </Button>
        <Button onClick={onLeave}>{t('page.leave')}</Button>
      </FormActions>
    </Form>
  );
}

function useOptionName(): (option: WithdrawOption) => string {
  const t = useMessages('consent');
  const language = useLanguage();
  return ({ kind, of, names }) => {
    if (names) return names[writtenLanguageOf(language)];
    return kind === 'way' ? t(`channel.${of}`) : t('withdraw.stay', { purpose: t(`purpose.${of}`) });
  };
}

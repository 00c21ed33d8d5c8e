import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { createSilence, readTalentPermission } from '../../contract-person.ts';
import { SILENCE_REASONS } from '../../person/schema.ts';
import type { ActFormProps } from './PermissionActs.tsx';
import styles from './permission-page.module.css';

const today = () => new Date().toISOString().slice(0, 10);

/** Nobody writes, whoever and on whichever way, until that day. */
export function SilenceForm({ talentId, onLeave }: ActFormProps) {
  const t = useMessages('consent');
  const [reason, setReason] = useState<(typeof SILENCE_REASONS)[number]>('asked');
  const [until, setUntil] = useState('');
  const [isTried, setTried] = useState(false);
  const act = useAct(createSilence, {
    stale: [readTalentPermission],
    onDone: () => {
      showToast({ message: t('silence.saved') });
      onLeave();
    },
  });
  const save = () => {
    setTried(true);
    if (until !== '') act.mutate({ params: { talentId }, body: { reason, from: today(), until } });
  };
  return (
    <Form label={t('may.act.silence')} onSubmit={save}>
      <SelectField
        label={t('silence.why')}
        value={reason}
        options={SILENCE_REASONS.map((value) => ({ value, label: t(`silence.reason.${value}`) }))}
        onChoose={(chosen) => setReason(SILENCE_REASONS.find((one) => one === chosen) ?? 'other')}
      />
      <TextField
        type="date"
        label={t('silence.until')}
        value={until}
        error={isTried && until === '' ? t('silence.until_missing') : undefined}
        onChange={(event) => setUntil(event.target.value)}
      />
      <p className={styles.quiet}>{t('silence.help')}</p>
      {act.error && <ProblemNote problem={act.error} />}
      <FormActions>
        <Button type="submit" look="filled" busy={act.isPending}>
          {t('silence.save')}
        </Button>
        <Button onClick={onLeave}>{t('page.leave')}</Button>
      </FormActions>
    </Form>
  );
}

import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { Form, FormActions, FormSection } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { createObjection, readTalentPermission } from '../../contract-person.ts';
import { OBJECTION_WAYS } from '../../person/schema.ts';
import type { ActFormProps } from './PermissionActs.tsx';

export const SCOPES = ['direct_contact', 'processing'] as const;

/** Acts at once. */
export function ObjectionForm({ talentId, permission: { objections }, onLeave }: ActFormProps) {
  const t = useMessages('consent');
  const formats = useFormats();
  const standing = (one: (typeof SCOPES)[number]) => objections.find(({ scope }) => scope === one);
  const [scope, setScope] = useState(SCOPES.find((one) => !standing(one)) ?? 'direct_contact');
  const [via, setVia] = useState<(typeof OBJECTION_WAYS)[number]>('phone');
  const act = useAct(createObjection, {
    stale: [readTalentPermission],
    onDone: () => {
      showToast({ message: t('objection.saved') });
      onLeave();
    },
  });
  return (
    <Form label={t('may.act.objection')} onSubmit={() => act.mutate({ params: { talentId }, body: { scope, via } })}>
      <FormSection title={t('objection.scope')}>
        {SCOPES.map((one) => {
          const since = standing(one)?.on;
          return (
            <Radio
              key={one}
              name="scope"
              checked={scope === one}
              disabled={since !== undefined}
              help={since ? t('objection.stands', { on: formats.dateLong(since) }) : t(`objection.help.${one}`)}
              onChoose={() => setScope(one)}
            >
              {t(`objection.kind.${one}`)}
            </Radio>
          );
        })}
      </FormSection>
      <SelectField
        label={t('objection.via')}
        value={via}
        options={OBJECTION_WAYS.map((value) => ({ value, label: t(`objection.way.${value}`) }))}
        onChoose={(chosen) => setVia(OBJECTION_WAYS.find((one) => one === chosen) ?? 'mail')}
      />
      {act.error && <ProblemNote problem={act.error} />}
      <FormActions>
        <Button type="submit" look="filled" busy={act.isPending}>
          {t('objection.save')}
        </Button>
        <Button onClick={onLeave}>{t('page.leave')}</Button>
      </FormActions>
    </Form>
  );
}

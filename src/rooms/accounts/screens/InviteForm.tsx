import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import { inviteMember, listTeam } from '../contract.ts';
import { ROLES, type Role } from '../permissions.ts';
import type { InvitationLink } from '../schema.ts';
import styles from './team.module.css';
import { Refusal } from './Refusal.tsx';
import { fieldId, useMistakes } from './use-mistakes.ts';

interface InviteFormProps {
  delivery: InvitationLink['delivery'];
  onInvited: (link: InvitationLink) => void;
  onLeave: () => void;
}

export function InviteForm({ delivery, onInvited, onLeave }: InviteFormProps) {
  const t = useMessages('accounts');
  const language = useSession()?.company.language;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('recruiter');
  const act = useAct(inviteMember, { stale: [listTeam], onDone: onInvited });
  const mistakes = useMistakes(act.error, ['name', 'email'], { name, email });
  return (
    <section className={styles.form} aria-labelledby="invite-title">
      <h2 id="invite-title">{t('invite.title')}</h2>
      <Form mistakes={mistakes.list} onSubmit={() => act.mutate({ body: { name, email, role, language } })}>
        {mistakes.other && <Refusal problem={mistakes.other} />}
        <TextField
          id={fieldId('name')}
          autoComplete="off"
          label={t('field.name.label')}
          error={mistakes.errorOf('name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          id={fieldId('email')}
          type="email"
          autoComplete="off"
          label={t('field.email.label')}
          error={mistakes.errorOf('email')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <SelectField
          label={t('field.role.label')}
          help={t(`role_means.${role}`)}
          value={role}
          options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChoose={(value) => setRole(value as Role)}
        />
        <FormActions>
          <Button type="submit" look="filled" busy={act.isPending}>
            {t(`invite.act.${delivery}`)}
          </Button>
          <Button onClick={onLeave}>{t('invite.leave')}</Button>
        </FormActions>
      </Form>
    </section>
  );
}

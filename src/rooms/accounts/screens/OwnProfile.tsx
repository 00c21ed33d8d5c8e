import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keyOf, useAct } from '#ground/http/use-call.ts';
import { changeLanguage } from '#ground/i18n/messages.browser.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { type Session, useSession } from '#ground/ui/session/session.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changeProfile, readSession } from '../contract.ts';
import { DENSITIES, MEMBER_LANGUAGES, THEMES } from '../types.ts';
import styles from './account.module.css';
import { Refusal } from './Refusal.tsx';
import { fieldId, useMistakes } from './use-mistakes.ts';

export function OwnProfile() {
  const session = useSession();
  return session ? <ProfileForm member={session.member} /> : null;
}

function ProfileForm({ member }: { member: Session['member'] }) {
  const t = useMessages('accounts');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(member);
  const act = useAct(changeProfile, {
    onDone: (session) => {
      queries.setQueryData(keyOf(readSession), session);
      void changeLanguage(session.member.language);
      showToast({ message: t('account.saved') });
    },
  });
  const mistakes = useMistakes(act.error, ['name'], { name: draft.name });
  const { name, language, theme, density, timeZone } = draft;
  const change = (changed: Partial<Session['member']>) => setDraft({ ...draft, ...changed });
  return (
    <div className={styles.part}>
      <Form
        mistakes={mistakes.list}
        onSubmit={() => act.mutate({ body: { name, language, theme, density, timeZone } })}
      >
        {mistakes.other && <Refusal problem={mistakes.other} />}
        <TextField
          id={fieldId('name')}
          autoComplete="name"
          label={t('field.name.label')}
          error={mistakes.errorOf('name')}
          value={name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextField
          label={t('field.email.label')}
          value={member.email}
          readOnly
          disabled
          help={t('account.email_help')}
        />
        <Choice
          label={t('language.label')}
          word={(one) => t(`language.${one}`)}
          values={MEMBER_LANGUAGES}
          value={language}
          onChoose={(value) => change({ language: value })}
        />
        <SelectField
          label={t('field.timeZone.label')}
          value={timeZone}
          options={timeZones(timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          onChoose={(value) => change({ timeZone: value })}
        />
        <Choice
          label={t('theme.label')}
          word={(one) => t(`theme.${one}`)}
          values={THEMES}
          value={theme}
          onChoose={(value) => change({ theme: value })}
        />
        <Choice
          label={t('density.label')}
          word={(one) => t(`density.${one}`)}
          values={DENSITIES}
          value={density}
          onChoose={(value) => change({ density: value })}
        />
        <FormActions>
          <Button type="submit" look="filled" busy={act.isPending}>
            {t('account.save')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  word: (value: Value) => string;
  values: readonly Value[];
  value: Value;
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, word, values, value, onChoose }: ChoiceProps<Value>) {
  return (
    <SelectField
      label={label}
      value={value}
      options={values.map((one) => ({ value: one, label: word(one) }))}
      onChoose={(chosen) => onChoose(chosen as Value)}
    />
  );
}

/** Zones by their names in the time zone database; the own one even if the browser does not list it. */
const timeZones = (own: string): string[] =>
  [...new Set([own, ...Intl.supportedValuesOf('timeZone')])].sort((a, b) => a.localeCompare(b));

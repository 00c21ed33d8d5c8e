import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { signIn } from '../contract.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { Letter } from './Letter.tsx';
import styles from './letter.module.css';
import { PasswordField } from './PasswordField.tsx';
import { Refusal } from './Refusal.tsx';
import { useEnter } from './use-enter.ts';
import { fieldId, useMistakes } from './use-mistakes.ts';

export function SignInPage() {
  const t = useMessages('accounts');
  const { next }: { next?: string } = useSearch({ strict: false });
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const act = useAct(signIn, { onDone: (session) => enter(session, next) });
  const mistakes = useMistakes(act.error, ['email', 'password'], { email, password });
  return (
    <Letter title={t('sign_in.title')} lede={next && next !== '/' ? t('sign_in.then_on') : undefined}>
      <Form mistakes={mistakes.list} onSubmit={() => act.mutate({ body: { email, password } })}>
        {mistakes.other && <Refusal problem={mistakes.other} />}
        <TextField
          id={fieldId('email')}
          name="email"
          type="email"
          autoComplete="username"
          label={t('field.email.label')}
          error={mistakes.errorOf('email')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          name="password"
          kind="known"
          value={password}
          onType={setPassword}
          error={mistakes.errorOf('password')}
        />
        <FormActions>
          <Button type="submit" look="filled" size="big" busy={act.isPending}>
            {t('sign_in.act')}
          </Button>
        </FormActions>
      </Form>
      <p className={styles.after}>{t('sign_in.forgotten')}</p>
      <LanguageChoice />
    </Letter>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call, type ApiProblem } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { acceptInvitation, lookUpInvitation } from '../contract.ts';
import type { InvitationView } from '../schema.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { Letter } from './Letter.tsx';
import styles from './letter.module.css';
import { PasswordField } from './PasswordField.tsx';
import { Refusal } from './Refusal.tsx';
import { useEnter } from './use-enter.ts';
import { useMistakes } from './use-mistakes.ts';

/** The token stands behind `#`, where neither server nor log sees it. */
export function InvitationPage() {
  const t = useMessages('accounts');
  const [token] = useState(() => location.hash.slice(1));
  const invitation = useQuery<InvitationView, ApiProblem>({
    queryKey: [lookUpInvitation.path],
    queryFn: () => call(lookUpInvitation, { body: { token } }),
    gcTime: 0,
  });
  if (invitation.isPending) return <SkeletonPage />;
  if (invitation.error) {
    return (
      <Letter title={t('invitation.over_title')}>
        <Refusal
          problem={
            invitation.error.code === 'http.invalid_input' ? { code: 'accounts.invitation_over' } : invitation.error
          }
        />
        <p className={styles.after}>
          <Link to="/sign-in" className={textStyles.link}>
            {t('invitation.to_sign_in')}
          </Link>
        </p>
        <LanguageChoice />
      </Letter>
    );
  }
  return <Welcome token={token} invitation={invitation.data} />;
}

function Welcome({ token, invitation }: { token: string; invitation: InvitationView }) {
  const t = useMessages('accounts');
  const enter = useEnter();
  const [password, setPassword] = useState('');
  const act = useAct(acceptInvitation, { onDone: (session) => enter(session) });
  const mistakes = useMistakes(act.error, ['password'], { password });
  const { name, companyName, email } = invitation;
  return (
    <Letter title={t('invitation.title', { name })} lede={t('invitation.lede', { company: companyName, email })}>
      <Form mistakes={mistakes.list} onSubmit={() => act.mutate({ body: { token, password } })}>
        {mistakes.other && <Refusal problem={mistakes.other} />}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordField
          name="password"
          kind="new"
          value={password}
          onType={setPassword}
          error={mistakes.errorOf('password')}
        />
        <FormActions>
          <Button type="submit" look="filled" size="big" busy={act.isPending}>
            {t('invitation.act')}
          </Button>
        </FormActions>
      </Form>
      <LanguageChoice />
    </Letter>
  );
}

import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Switch } from '#ground/ui/Checkbox.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { leadSignUp, letSignUpGo, listPoolSignUps } from '../../contract.ts';
import type { PoolSignUp } from '../../schema.ts';
import styles from './pool-form.module.css';

/** Public sign-ups whose people come into this pool once they have confirmed; on and off at once. */
export function SignUps({ poolId }: { poolId: string }) {
  const t = useMessages('pools');
  const { data, error, refetch } = useRead(listPoolSignUps, { params: { poolId } });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.signUps} aria-labelledby="pool-sign-ups">
      <h2 id="pool-sign-ups" className={styles.label}>
        {t('sign_ups.title')}
      </h2>
      <p className={styles.help}>{t('sign_ups.help')}</p>
      {data.items.map((signUp) => (
        <SignUpSwitch key={signUp.formId} poolId={poolId} signUp={signUp} />
      ))}
    </section>
  );
}

function SignUpSwitch({ poolId, signUp: { formId, name, isOn, leads } }: { poolId: string; signUp: PoolSignUp }) {
  const t = useMessages('pools');
  const params = { poolId, formId };
  const lead = useAct(leadSignUp, { stale: [listPoolSignUps] });
  const letGo = useAct(letSignUpGo, { stale: [listPoolSignUps] });
  const problem = lead.error ?? letGo.error;
  return (
    <>
      <Switch
        checked={leads === 'here'}
        disabled={lead.isPending || letGo.isPending}
        help={leads === 'elsewhere' ? t('sign_ups.elsewhere') : isOn ? undefined : t('sign_ups.closed')}
        onMark={(wants) => (wants ? lead : letGo).mutate({ params })}
      >
        {name}
      </Switch>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

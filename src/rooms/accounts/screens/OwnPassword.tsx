import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changePassword, listSessions } from '../contract.ts';
import styles from './account.module.css';
import { PasswordField } from './PasswordField.tsx';
import { Refusal } from './Refusal.tsx';
import { useMistakes } from './use-mistakes.ts';

const EMPTY = { currentPassword: '', newPassword: '' };

export function OwnPassword() {
  const t = useMessages('accounts');
  const [texts, setTexts] = useState(EMPTY);
  const act = useAct(changePassword, {
    stale: [listSessions],
    onDone: () => {
      setTexts(EMPTY);
      showToast({ message: t('account.password_changed') });
    },
  });
  const mistakes = useMistakes(act.error, ['currentPassword', 'newPassword'], texts);
  return (
    <div className={styles.part}>
      <p className={styles.words}>{t('account.password_why')}</p>
      <Form mistakes={mistakes.list} onSubmit={() => act.mutate({ body: texts })}>
        {mistakes.other && <Refusal problem={mistakes.other} />}
        <PasswordField
          name="currentPassword"
          kind="known"
          value={texts.currentPassword}
          onType={(currentPassword) => setTexts({ ...texts, currentPassword })}
          error={mistakes.errorOf('currentPassword')}
        />
        <PasswordField
          name="newPassword"
          kind="new"
          value={texts.newPassword}
          onType={(newPassword) => setTexts({ ...texts, newPassword })}
          error={mistakes.errorOf('newPassword')}
        />
        <FormActions>
          <Button type="submit" busy={act.isPending}>
            {t('account.change_password')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

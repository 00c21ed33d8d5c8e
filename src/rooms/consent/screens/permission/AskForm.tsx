import { useState } from 'react';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { Form, FormActions, FormSection } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { readTalentPermission } from '../../contract-person.ts';
import { askForConsent } from '../../contract-requests.ts';
import type { ActFormProps } from './PermissionActs.tsx';
import styles from './permission-page.module.css';

const KINDS = ['confirm', 'choose'] as const;

/** One question by one mail; without a mail server the letter is handed out. */
export function AskForm({ talentId, permission: { canSendMail }, onLeave }: ActFormProps) {
  const t = useMessages('consent');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('confirm');
  const act = useAct(askForConsent, {
    stale: [readTalentPermission],
    onDone: ({ delivery }) => {
      if (delivery === 'by_hand') return;
      showToast({ message: t('ask.sent') });
      onLeave();
    },
  });
  if (act.data?.delivery === 'by_hand') return <Letter letter={act.data} onLeave={onLeave} />;
  const delivery = canSendMail ? 'mail' : 'by_hand';
  return (
    <Form label={t('may.act.ask')} onSubmit={() => act.mutate({ params: { talentId }, body: { kind, delivery } })}>
      <FormSection title={t('ask.what')}>
        {KINDS.map((one) => (
          <Radio key={one} name="kind" checked={kind === one} help={t(`ask.help.${one}`)} onChoose={() => setKind(one)}>
            {t(`ask.kind.${one}`)}
          </Radio>
        ))}
      </FormSection>
      <p className={styles.quiet}>{t(`ask.delivery.${delivery}`)}</p>
      {act.error && <ProblemNote problem={act.error} />}
      <FormActions>
        <Button type="submit" look="filled" busy={act.isPending}>
          {t(`ask.act.${delivery}`)}
        </Button>
        <Button onClick={onLeave}>{t('page.leave')}</Button>
      </FormActions>
    </Form>
  );
}

function Letter({ letter, onLeave }: { letter: ClientAnswer<typeof askForConsent>; onLeave: () => void }) {
  const t = useMessages('consent');
  return (
    <div className={styles.letter}>
      <p className={styles.quiet}>{t('ask.by_hand')}</p>
      <b>{letter.subject}</b>
      <Said size="small">{letter.body}</Said>
      <Button onClick={onLeave}>{t('ask.done')}</Button>
    </div>
  );
}

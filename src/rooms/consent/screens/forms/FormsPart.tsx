import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { Switch } from '#ground/ui/Checkbox.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changeSignUpForm, listSignUpForms } from '../../contract-sign-up.ts';
import type { SignUpForm } from '../../sign-up/schema.ts';
import styles from '../consent-page.module.css';
import type { PartState } from '../part.ts';
import { EditForm, NewForm } from './FormFields.tsx';

/** Public pages by which people put themselves into the talent pool: open or closed, with their address. */
export function FormsPart({ isOpen, onOpen }: PartState) {
  const t = useMessages('consent');
  const mayWrite = useMay('consent.write');
  const { data, error, refetch } = useRead(listSignUpForms, {});
  return (
    <Section title={t('forms.title')}>
      <p className={styles.words}>{t('forms.lede')}</p>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBar />}
      {data?.items.length === 0 && <p className={styles.quiet}>{t('forms.empty')}</p>}
      <ul>
        {data?.items.map((form) => (
          <FormEntry key={form.id} form={form} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && isOpen && <NewForm onLeave={() => onOpen()} />}
      {mayWrite && !isOpen && (
        <Button className={styles.act} onClick={() => onOpen('form')}>
          {t('forms.new')}
        </Button>
      )}
    </Section>
  );
}

function FormEntry({ form, mayWrite }: { form: SignUpForm; mayWrite: boolean }) {
  const t = useMessages('consent');
  const [isEditing, setEditing] = useState(false);
  const { id, name, link, isOn, confirmed, waiting } = form;
  const turn = useAct(changeSignUpForm, {
    stale: [listSignUpForms],
    onDone: () => showToast({ message: t(isOn ? 'forms.switched_off' : 'forms.switched_on', { name }) }),
  });
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    showToast({ message: t('forms.copied') });
  };
  if (isEditing)
    return (
      <li className={styles.signUp}>
        <EditForm form={form} onLeave={() => setEditing(false)} />
      </li>
    );
  return (
    <li className={styles.signUp}>
      <div className={styles.signUpHead}>
        <b>{name}</b>
        <Switch
          checked={isOn}
          disabled={!mayWrite || turn.isPending}
          aria-label={`${name}: ${t('forms.on')}`}
          onMark={(wants) => turn.mutate({ params: { formId: id }, body: { isOn: wants } })}
        >
          <span aria-hidden="true">{t('forms.on')}</span>
        </Switch>
      </div>
      <p className={styles.address}>{link}</p>
      <p className={styles.quiet}>{t('forms.counts', { confirmed, waiting })}</p>
      <div className={styles.signUpActs}>
        {isOn && (
          <>
            <Button look="bare" onClick={() => void copy()}>
              {t('forms.copy')}
            </Button>
            <a className={buttonClass('bare')} href={link} target="_blank" rel="noreferrer">
              {t('forms.open')}
            </a>
          </>
        )}
        {mayWrite && (
          <Button look="bare" onClick={() => setEditing(true)}>
            {t('forms.edit')}
          </Button>
        )}
      </div>
      {turn.error && <ProblemNote problem={turn.error} />}
    </li>
  );
}

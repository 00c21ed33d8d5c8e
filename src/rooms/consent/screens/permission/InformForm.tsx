import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { markInformed, readNotice, readTalentPermission } from '../../contract-person.ts';
import type { ActFormProps } from './PermissionActs.tsx';
import styles from './permission-page.module.css';

const HOW = ['first_message', 'in_person', 'letter'] as const;

/** The notice that belongs into the first message, and that it was given. */
export function InformForm({ talentId, onLeave }: ActFormProps) {
  const t = useMessages('consent');
  const notice = useRead(readNotice, { params: { talentId } });
  const [how, setHow] = useState<(typeof HOW)[number]>('first_message');
  const act = useAct(markInformed, {
    stale: [readTalentPermission],
    onDone: () => {
      showToast({ message: t('inform.saved') });
      onLeave();
    },
  });
  return (
    <Form label={t('may.act.inform')} onSubmit={() => act.mutate({ params: { talentId }, body: { how } })}>
      {notice.isPending && <SkeletonBar />}
      {notice.error && <ProblemNote problem={notice.error} />}
      {notice.data && (
        <div className={styles.letter}>
          <Said size="small">{notice.data.text}</Said>
          <p className={styles.quiet}>{t('inform.link', { link: notice.data.link })}</p>
        </div>
      )}
      <SelectField
        label={t('inform.how')}
        value={how}
        options={HOW.map((value) => ({ value, label: t(`inform.way.${value}`) }))}
        onChoose={(chosen) => setHow(HOW.find((one) => one === chosen) ?? 'letter')}
      />
      {act.error && <ProblemNote problem={act.error} />}
      <FormActions>
        <Button type="submit" look="filled" busy={act.isPending}>
          {t('inform.save')}
        </Button>
        <Button onClick={onLeave}>{t('page.leave')}</Button>
      </FormActions>
    </Form>
  );
}

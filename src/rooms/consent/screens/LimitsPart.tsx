import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { changeContactLimits, readContactLimits } from '../contract-settings.ts';
import type { ContactLimits } from '../settings/schema.ts';
import styles from './consent-page.module.css';
import { limitsFrom, LIMIT_FIELDS } from './limits-draft.ts';
import { Marked } from './Marked.tsx';
import type { PartState } from './part.ts';

/** How much one person gets at most, as the sentences that it means. */
export function LimitsPart({ isOpen, onOpen }: PartState) {
  const t = useMessages('consent');
  const mayChange = useMay('consent.manage_settings');
  const { data, error, refetch } = useRead(readContactLimits, {});
  return (
    <Section title={t('limits.title')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBar />}
      {data && (
        <ul className={styles.sentences}>
          {LIMIT_FIELDS.map((field) => (
            <li key={field}>
              <Marked words={t(`limits.${field}`, { count: data[field] })} />
            </li>
          ))}
        </ul>
      )}
      {data && mayChange && !isOpen && (
        <Button className={styles.act} onClick={() => onOpen('limits')}>
          {t('limits.change')}
        </Button>
      )}
      {data && mayChange && isOpen && <LimitsForm key={data.version} limits={data} onLeave={() => onOpen()} />}
    </Section>
  );
}

function LimitsForm({ limits, onLeave }: { limits: ContactLimits; onLeave: () => void }) {
  const t = useMessages('consent');
  const [draft, setDraft] = useState<Record<string, string>>(
    Object.fromEntries(LIMIT_FIELDS.map((field) => [field, String(limits[field])])),
  );
  const act = useAct(changeContactLimits, { stale: [readContactLimits], onDone: onLeave });
  const { values, wrong } = limitsFrom(draft);
  const [isTried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (values) act.mutate({ body: { ...values, basedOnVersion: limits.version } });
  };
  return (
    <div className={styles.form}>
      <Form label={t('limits.change')} onSubmit={save}>
        {LIMIT_FIELDS.map((field) => (
          <TextField
            key={field}
            inputMode="numeric"
            label={t(`limits.field.${field}`)}
            value={draft[field] ?? ''}
            error={isTried && wrong.includes(field) ? t(`limits.bounds.${field}`) : undefined}
            onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
          />
        ))}
        {act.error && <ProblemNote problem={act.error} />}
        <FormActions>
          <Button type="submit" look="filled" busy={act.isPending}>
            {t('limits.save')}
          </Button>
          <Button onClick={onLeave}>{t('page.leave')}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

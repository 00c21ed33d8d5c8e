import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { FormActions } from '#ground/ui/Form.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import type { InvitationLink } from '../schema.ts';
import styles from './team.module.css';

interface LinkToHandOverProps {
  link: InvitationLink;
  name: string | undefined;
  onLeave: () => void;
}

/** Shown once: only the hash of it is kept. */
export function LinkToHandOver({ link, name = '', onLeave }: LinkToHandOverProps) {
  const t = useMessages('accounts');
  const { dateTime } = useFormats();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link.link);
    setCopied(true);
  };
  return (
    <section className={styles.link} aria-labelledby="link-title">
      <h2 id="link-title">{t(`link.title.${link.delivery}`, { name })}</h2>
      <p className={styles.words}>{t(`link.why.${link.delivery}`, { until: dateTime(link.expiresAt) })}</p>
      <TextField label={t('link.label')} readOnly value={link.link} onFocus={(event) => event.target.select()} />
      <FormActions>
        <Button onClick={() => void copy()}>{t('link.copy')}</Button>
        <Button look="bare" onClick={onLeave}>
          {t(`link.done.${link.delivery}`)}
        </Button>
        <output>{isCopied && t('link.copied')}</output>
      </FormActions>
    </section>
  );
}

import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import styles from '../shared/parts.module.css';
import type { ServerFields } from './server-url.ts';

interface ServerInputsProps {
  kind: 'smtp' | 'imap';
  ids: Record<string, string>;
  fields: ServerFields;
  errors: { host: string | undefined; port: string | undefined };
  onFields: (change: Partial<ServerFields>) => void;
}

const USUAL_PORTS = { smtp: { tls: '465', starttls: '587' }, imap: { tls: '993', starttls: '143' } };

/** How a mail server is reached; the password is sealed and never shown again. */
export function ServerInputs({ kind, ids, fields, errors, onFields }: ServerInputsProps) {
  const t = useMessages('campaigns');
  return (
    <>
      <div className={styles.pair}>
        <TextField
          id={ids['host']}
          label={t('senders.field.host')}
          error={errors.host}
          autoComplete="off"
          placeholder={kind === 'smtp' ? 'mail.firma.example' : 'imap.firma.example'}
          value={fields.host}
          onChange={(event) => onFields({ host: event.target.value })}
        />
        <TextField
          id={ids['port']}
          label={t('senders.field.port')}
          error={errors.port}
          optional
          inputMode="numeric"
          placeholder={USUAL_PORTS[kind][fields.security]}
          value={fields.port}
          onChange={(event) => onFields({ port: event.target.value })}
        />
      </div>
      <SelectField
        label={t('senders.field.security')}
        value={fields.security}
        options={(['tls', 'starttls'] as const).map((value) => ({ value, label: t(`senders.security.${value}`) }))}
        onChoose={(security) => onFields({ security: security === 'starttls' ? 'starttls' : 'tls' })}
      />
      <div className={styles.pair}>
        <TextField
          id={ids['user']}
          label={t('senders.field.user')}
          optional={kind === 'smtp'}
          autoComplete="off"
          value={fields.user}
          onChange={(event) => onFields({ user: event.target.value })}
        />
        <TextField
          type="password"
          label={t('senders.field.password')}
          help={t('senders.help.password')}
          optional={kind === 'smtp'}
          autoComplete="new-password"
          value={fields.password}
          onChange={(event) => onFields({ password: event.target.value })}
        />
      </div>
    </>
  );
}

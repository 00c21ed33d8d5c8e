import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Radio } from '#ground/ui/Checkbox.tsx';
import styles from '../shared/parts.module.css';
import type { ServerChoice } from './sender-draft.ts';
import type { SenderFieldsProps } from './SenderFields.tsx';
import { ServerInputs } from './ServerInputs.tsx';

/** By which server, and who signs. */
export function ServerPart({ draft, ids, errorOf, onDraft }: SenderFieldsProps) {
  const t = useMessages('campaigns');
  const [hadOwn] = useState(draft.server === 'kept');
  const choices: ServerChoice[] = hadOwn ? ['kept', 'own', 'installation'] : ['installation', 'own'];
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('senders.server')}</legend>
        {choices.map((server) => (
          <Radio
            key={server}
            name="server"
            checked={draft.server === server}
            help={t(`senders.server_help.${server}`)}
            onChoose={() => onDraft({ server })}
          >
            {t(`senders.server_choice.${server}`)}
          </Radio>
        ))}
      </fieldset>
      {draft.server === 'own' && (
        <ServerInputs
          kind="smtp"
          ids={ids}
          fields={draft.fields}
          errors={{ host: errorOf('host'), port: errorOf('port') }}
          onFields={(change) => onDraft({ fields: { ...draft.fields, ...change } })}
        />
      )}
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('senders.signs')}</legend>
        {(['here', 'relay'] as const).map((signs) => (
          <Radio
            key={signs}
            name="signs"
            checked={draft.signs === signs}
            help={t(`senders.sign_help.${signs}`)}
            onChoose={() => onDraft({ signs })}
          >
            {t(`senders.sign.${signs}`)}
          </Radio>
        ))}
      </fieldset>
    </>
  );
}

import { useId, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addMailboxRoute, listMailboxesRoute } from '../../contract-sending.ts';
import partStyles from '../shared/parts.module.css';
import { emptyMailbox, mailboxFrom, type MailboxMistake, mailboxMistakes } from './mailbox-draft.ts';
import { ServerInputs } from './ServerInputs.tsx';

export function MailboxForm({ onLeave }: { onLeave: () => void }) {
  const t = useMessages('campaigns');
  const base = useId();
  const [draft, setDraft] = useState(emptyMailbox);
  const [mistakes, setMistakes] = useState<readonly MailboxMistake[]>([]);
  const add = useAct(addMailboxRoute, {
    stale: [listMailboxesRoute],
    onDone: ({ name }) => {
      showToast({ message: t('mailbox.added', { name }) });
      onLeave();
    },
  });
  const ids = Object.fromEntries(['name', 'host', 'port', 'user', 'folder'].map((name) => [name, `${base}-${name}`]));
  const errorOf = (mistake: MailboxMistake) =>
    mistakes.includes(mistake) ? t(`mailbox.mistake.${mistake}`) : undefined;
  const save = () => {
    const found = mailboxMistakes(draft);
    setMistakes(found);
    if (found.length === 0) add.mutate({ body: mailboxFrom(draft) });
  };
  return (
    <div className={partStyles.part}>
      <Form
        label={t('mailbox.add')}
        mistakes={mistakes.map((mistake) => ({ fieldId: ids[mistake], message: t(`mailbox.mistake.${mistake}`) }))}
        onSubmit={save}
      >
        <TextField
          id={ids['name']}
          label={t('mailbox.name')}
          error={errorOf('name')}
          maxLength={80}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <ServerInputs
          kind="imap"
          ids={ids}
          fields={draft.fields}
          errors={{ host: errorOf('host'), port: errorOf('port') }}
          onFields={(change) => setDraft({ ...draft, fields: { ...draft.fields, ...change } })}
        />
        <TextField
          id={ids['folder']}
          label={t('mailbox.folder')}
          help={t('mailbox.folder_help')}
          error={errorOf('folder')}
          value={draft.folder}
          onChange={(event) => setDraft({ ...draft, folder: event.target.value })}
        />
        {add.error && <ProblemNote problem={add.error} />}
        <FormActions>
          <Button type="submit" look="filled" busy={add.isPending}>
            {t('mailbox.save')}
          </Button>
          <Button look="bare" onClick={onLeave}>
            {t('senders.leave')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

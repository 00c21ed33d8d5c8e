import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Switch } from '#ground/ui/Checkbox.tsx';
import { FormSection } from '#ground/ui/Form.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { listMailboxesRoute } from '../../contract-sending.ts';
import styles from '../shared/parts.module.css';
import type { Mistake, SenderDraft } from './sender-draft.ts';
import { ServerPart } from './ServerPart.tsx';

export interface SenderFieldsProps {
  draft: SenderDraft;
  ids: Record<string, string>;
  errorOf: (mistake: Mistake) => string | undefined;
  onDraft: (change: Partial<SenderDraft>) => void;
}

/** Who, by which way, how fast. */
export function SenderFields(props: SenderFieldsProps) {
  const t = useMessages('campaigns');
  return (
    <>
      <WhoFields {...props} />
      <FormSection title={t('senders.part.way')}>
        <ServerPart {...props} />
      </FormSection>
      <FormSection title={t('senders.part.back')}>
        <BackFields {...props} />
      </FormSection>
      <FormSection title={t('senders.part.speed')}>
        <SpeedFields {...props} />
      </FormSection>
    </>
  );
}

type TextName = 'name' | 'fromName' | 'fromAddress' | 'replyToAddress' | 'bounceAddress';

/** The same attributes for every line of text. */
function useLine({ draft, ids, errorOf, onDraft }: SenderFieldsProps) {
  const t = useMessages('campaigns');
  return (name: TextName) => ({
    id: ids[name],
    label: t(`senders.field.${name}`),
    help: t(`senders.help.${name}`),
    error: errorOf(name),
    value: draft[name],
    maxLength: 254,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onDraft({ [name]: event.target.value }),
  });
}

function WhoFields(props: SenderFieldsProps) {
  const t = useMessages('campaigns');
  const { draft, ids, errorOf, onDraft } = props;
  const line = useLine(props);
  return (
    <>
      <TextField {...line('name')} />
      <TextField {...line('fromName')} />
      <TextField {...line('fromAddress')} type="email" />
      <TextArea
        id={ids['postalAddress']}
        label={t('senders.field.postalAddress')}
        help={t('senders.help.postalAddress')}
        error={errorOf('postalAddress')}
        rows={2}
        maxLength={400}
        value={draft.postalAddress}
        onChange={(event) => onDraft({ postalAddress: event.target.value })}
      />
    </>
  );
}

function BackFields(props: SenderFieldsProps) {
  const t = useMessages('campaigns');
  const { draft, onDraft } = props;
  const line = useLine(props);
  const { data } = useRead(listMailboxesRoute, {});
  return (
    <>
      <TextField {...line('replyToAddress')} type="email" optional />
      <TextField {...line('bounceAddress')} type="email" optional />
      <SelectField
        label={t('senders.field.mailboxId')}
        help={t('senders.help.mailboxId')}
        value={draft.mailboxId}
        options={[
          { value: '', label: t('senders.no_mailbox') },
          ...(data?.mailboxes ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(mailboxId) => onDraft({ mailboxId })}
      />
    </>
  );
}

function SpeedFields({ draft, ids, errorOf, onDraft }: SenderFieldsProps) {
  const t = useMessages('campaigns');
  const number = (name: 'perHour' | 'perDomainPerHour' | 'connections') => ({
    id: ids[name],
    label: t(`senders.field.${name}`),
    help: t(`senders.help.${name}`),
    error: errorOf(name),
    inputMode: 'numeric' as const,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onDraft({ [name]: event.target.value }),
  });
  return (
    <>
      <div className={styles.pair}>
        <TextField {...number('perHour')} optional />
        <TextField {...number('perDomainPerHour')} optional />
      </div>
      <TextField {...number('connections')} />
      <Switch checked={draft.warmsUp} help={t('senders.help.warmUp')} onMark={(warmsUp) => onDraft({ warmsUp })}>
        {t('senders.field.warmUp')}
      </Switch>
      {draft.warmsUp && <WarmUpFields draft={draft} error={errorOf('warmUp')} id={ids['warmUp']} onDraft={onDraft} />}
    </>
  );
}

interface WarmUpFieldsProps extends Pick<SenderFieldsProps, 'draft' | 'onDraft'> {
  error: string | undefined;
  id: string | undefined;
}

function WarmUpFields({ draft, error, id, onDraft }: WarmUpFieldsProps) {
  const t = useMessages('campaigns');
  return (
    <div className={styles.pair}>
      <TextField
        id={id}
        type="date"
        label={t('senders.field.startsOn')}
        error={error}
        value={draft.startsOn}
        onChange={(event) => onDraft({ startsOn: event.target.value })}
      />
      <TextField
        inputMode="numeric"
        label={t('senders.field.firstDay')}
        value={draft.firstDay}
        onChange={(event) => onDraft({ firstDay: event.target.value })}
      />
      <TextField
        inputMode="numeric"
        label={t('senders.field.days')}
        value={draft.days}
        onChange={(event) => onDraft({ days: event.target.value })}
      />
    </div>
  );
}

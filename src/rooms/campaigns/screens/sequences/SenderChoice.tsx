import { Link } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import type { SenderChoiceProps } from '#ground/ui/sequence-letters.ts';
import textStyles from '#ground/ui/text.module.css';
import { listSendersRoute } from '../../contract-sending.ts';
import type { SenderCard } from '../../schema-sending.ts';

/** From whom a step of a sequence comes; stands in the room that plans sequences. */
export function SenderChoice({ id, value, error, onChoose }: SenderChoiceProps) {
  const t = useMessages('campaigns');
  const { data } = useRead(listSendersRoute, {});
  const senders = data?.senders ?? [];
  const chosen = senders.find((sender) => sender.id === value);
  const isGone = data !== undefined && value !== '' && !chosen;
  return (
    <SelectField
      id={id}
      label={t('sequence.sender')}
      error={error ?? (isGone ? t('sequence.sender_gone') : undefined)}
      help={data && <SenderHelp isEmpty={senders.length === 0} chosen={chosen} />}
      value={chosen ? value : ''}
      options={[
        { value: '', label: t('sequence.choose') },
        ...senders.map(({ id: senderId, name, fromAddress }) => ({
          value: senderId,
          label: t('sequence.sender_is', { name, address: fromAddress }),
        })),
      ]}
      onChoose={onChoose}
    />
  );
}

function SenderHelp({ isEmpty, chosen }: { isEmpty: boolean; chosen: SenderCard | undefined }) {
  const t = useMessages('campaigns');
  if (!isEmpty && chosen?.state !== 'locked') return null;
  return (
    <>
      {t(isEmpty ? 'sequence.no_sender' : 'sequence.sender_locked')}{' '}
      <Link to="/campaigns/senders" className={textStyles.link}>
        {t('sequence.to_senders')}
      </Link>
    </>
  );
}

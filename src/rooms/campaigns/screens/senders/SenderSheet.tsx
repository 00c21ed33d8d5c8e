import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { Permission } from '#ground/ui/Permission.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { checkSenderRoute, listSendersRoute, removeSenderRoute } from '../../contract-sending.ts';
import type { SenderCard } from '../../schema-sending.ts';
import partStyles from '../shared/parts.module.css';
import { Findings } from './Findings.tsx';
import { Override } from './Override.tsx';
import { Records } from './Records.tsx';
import styles from './senders.module.css';
import { WarmUpPlan } from './WarmUpPlan.tsx';

const SHAPES = { ready: 'ja', overridden: 'offen', locked: 'nein' } as const;

/** One sender: who it says it is, what the check found, what has to be published. */
export function SenderSheet({ card, onEdit }: { card: SenderCard; onEdit: (() => void) | undefined }) {
  const t = useMessages('campaigns');
  return (
    <Section
      title={card.name}
      extra={<Permission state={SHAPES[card.state]} word={t(`senders.state.${card.state}`)} />}
    >
      <div className={styles.sender}>
        <div>
          <SenderFacts card={card} />
          {onEdit && <SenderActs card={card} onEdit={onEdit} />}
          {card.warmUp && <WarmUpPlan plan={card.warmUp} />}
        </div>
        <div>
          <Findings card={card} />
          {card.state !== 'ready' && onEdit && <Override card={card} />}
          <Records card={card} />
        </div>
      </div>
    </Section>
  );
}

function SenderFacts({ card }: { card: SenderCard }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const limit = (perHour: number | null) =>
    perHour === null ? t('senders.no_limit') : t('senders.per_hour_is', { count: perHour });
  const facts = [
    { name: t('senders.from'), value: `${card.fromName} <${card.fromAddress}>` },
    { name: t('senders.reply_to'), value: card.replyToAddress },
    { name: t('senders.bounce'), value: card.bounceAddress },
    { name: t('senders.postal'), value: card.postalAddress },
    { name: t('senders.server'), value: serverWords(t, card), asks: card.server === 'missing' },
    { name: t('senders.signs'), value: t(`senders.sign.${card.signs}`) },
    { name: t('senders.limits'), value: limit(card.perHour) },
    {
      name: t('senders.per_domain'),
      value: card.perDomainPerHour === null ? null : limit(card.perDomainPerHour),
    },
    { name: t('senders.connections'), value: formats.number(card.connections) },
  ];
  return (
    <dl className={partStyles.facts}>
      {facts.map(
        ({ name, value, asks }) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={asks ? partStyles.missing : undefined}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const serverWords = (t: (key: string) => string, { server, serverHost }: SenderCard) =>
  server === 'own' && serverHost !== null ? serverHost : t(`senders.server_is.${server}`);

function SenderActs({ card: { id, name }, onEdit }: { card: SenderCard; onEdit: () => void }) {
  const t = useMessages('campaigns');
  const [asks, setAsks] = useState(false);
  const check = useAct(checkSenderRoute, {
    stale: [listSendersRoute],
    onDone: ({ state }) => showToast({ message: t(`senders.checked.${state}`, { name }) }),
  });
  const remove = useAct(removeSenderRoute, {
    stale: [listSendersRoute],
    onDone: () => showToast({ message: t('senders.removed', { name }) }),
  });
  const problem = check.error ?? remove.error;
  const input = { params: { senderId: id } };
  return (
    <div className={partStyles.acts}>
      <Button busy={check.isPending} onClick={() => check.mutate(input)}>
        {t('senders.check')}
      </Button>
      <Button onClick={onEdit}>{t('senders.edit')}</Button>
      <Button look="bare" onClick={() => setAsks(true)}>
        {t('senders.remove')}
      </Button>
      {problem && <ProblemNote problem={problem} />}
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t('senders.remove_question', { name })}
        answers={
          <>
            <Button
              look="risk"
              onClick={() => {
                setAsks(false);
                remove.mutate(input);
              }}
            >
              {t('senders.remove')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('senders.keep')}</Button>
          </>
        }
      >
        <p>{t('senders.remove_means')}</p>
      </Dialog>
    </div>
  );
}

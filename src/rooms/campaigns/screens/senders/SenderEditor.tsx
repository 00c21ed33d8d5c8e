import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addSenderRoute, changeSenderRoute, listSendersRoute } from '../../contract-sending.ts';
import type { SenderCard } from '../../schema-sending.ts';
import { HouseForm, HousePage } from '../shared/HouseForm.tsx';
import { useDraft } from '../shared/use-draft.ts';
import {
  draftOfSender,
  editFrom,
  emptySender,
  MISTAKES,
  senderFrom,
  senderMistakes,
  type SenderDraft,
} from './sender-draft.ts';
import { SenderFields } from './SenderFields.tsx';

const today = () => new Date().toISOString().slice(0, 10);

export function NewSender({ onLeave }: { onLeave: () => void }) {
  const t = useMessages('campaigns');
  const add = useAct(addSenderRoute, {
    stale: [listSendersRoute],
    onDone: ({ name }) => {
      showToast({ message: t('senders.added', { name }) });
      onLeave();
    },
  });
  return (
    <SenderEditor
      title={t('senders.add')}
      start={emptySender(today())}
      busy={add.isPending}
      problem={add.error}
      onSave={(draft) => add.mutate({ body: senderFrom(draft) })}
      onLeave={onLeave}
    />
  );
}

export function EditSender({ card, onLeave }: { card: SenderCard; onLeave: () => void }) {
  const t = useMessages('campaigns');
  const change = useAct(changeSenderRoute, {
    stale: [listSendersRoute],
    onDone: ({ name }) => {
      showToast({ message: t('senders.changed', { name }) });
      onLeave();
    },
  });
  return (
    <SenderEditor
      title={card.name}
      start={draftOfSender(card, today())}
      busy={change.isPending}
      problem={change.error}
      onSave={(draft) => change.mutate({ params: { senderId: card.id }, body: editFrom(draft, card) })}
      onLeave={onLeave}
    />
  );
}

interface SenderEditorProps {
  title: string;
  start: SenderDraft;
  busy: boolean;
  problem: unknown;
  onSave: (draft: SenderDraft) => void;
  onLeave: () => void;
}

function SenderEditor({ title, start, onSave, ...form }: SenderEditorProps) {
  const t = useMessages('campaigns');
  const { draft, ids, change, errorOf, ...frame } = useDraft({
    start,
    mistakes: MISTAKES,
    find: senderMistakes,
    wordsOf: (mistake) => t(`senders.mistake.${mistake}`),
    onSave,
  });
  return (
    <HousePage title={title} place={{ label: t('roomTabs.senders'), to: '/campaigns/senders' }}>
      <HouseForm title={title} {...form} listed={frame.listed} onSave={frame.save}>
        <SenderFields draft={draft} ids={ids} errorOf={errorOf} onDraft={change} />
      </HouseForm>
    </HousePage>
  );
}

import { useId, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addSenderRoute, changeSenderRoute, listSendersRoute } from '../../contract-sending.ts';
import type { SenderCard } from '../../schema-sending.ts';
import {
  draftOfSender,
  editFrom,
  emptySender,
  type Mistake,
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

function SenderEditor({ title, start, busy, problem, onSave, onLeave }: SenderEditorProps) {
  const t = useMessages('campaigns');
  const base = useId();
  const [draft, setDraft] = useState(start);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const ids = Object.fromEntries(MISTAKES.map((mistake) => [mistake, `${base}-${mistake}`]));
  const save = () => {
    const found = senderMistakes(draft);
    setMistakes(found);
    if (found.length === 0) onSave(draft);
  };
  useShortcuts([{ keys: 'escape', label: t('senders.leave'), run: onLeave }]);
  return (
    <Page
      title={title}
      path={[
        { label: t('nav'), to: '/campaigns' },
        { label: t('roomTabs.senders'), to: '/campaigns/senders' },
        { label: title },
      ]}
    >
      <Form
        label={title}
        mistakes={mistakes.map((mistake) => ({ fieldId: ids[mistake], message: t(`senders.mistake.${mistake}`) }))}
        onSubmit={save}
      >
        <SenderFields
          draft={draft}
          ids={ids}
          errorOf={(mistake) => (mistakes.includes(mistake) ? t(`senders.mistake.${mistake}`) : undefined)}
          onDraft={(change) => setDraft({ ...draft, ...change })}
        />
        {problem !== null && <ProblemNote problem={problem} kept={t('senders.kept')} />}
        <FormActions>
          <Button type="submit" look="filled" busy={busy}>
            {t('senders.save')}
          </Button>
          <Button look="bare" keys="escape" onClick={onLeave}>
            {t('senders.leave')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  );
}

import { type KeyboardEvent, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import { TextArea } from '#ground/ui/TextField.tsx';
import { handOverOne } from '../../contract-today.ts';
import type { Acted } from '../../schema-today.ts';
import { ACCEPT_WITHIN_DAYS } from '../../types.ts';
import { useTeamOnItsWay } from '../shared/use-colleagues.ts';
import { ActFrame } from './ActFrame.tsx';

interface HandOverFormProps {
  reminderId: string;
  /** How the person is addressed decides the words that are proposed. */
  addressForm: 'du' | 'sie' | null;
  onDone: (acted: Acted, colleague: string) => void;
  onLeave: () => void;
}

/** Offers this one person to a colleague, with the words to introduce them. */
export function HandOverForm({ reminderId, addressForm, onDone, onLeave }: HandOverFormProps) {
  const t = useMessages('care');
  const me = useSession()?.member;
  const { colleagues, to, isWaiting, choose, typeAhead } = useChoice();
  const [own, setOwn] = useState<string>();
  const template = t(`hand_over.template.${addressForm ?? 'sie'}`, {
    to: to?.name ?? t('hand_over.somebody'),
    from: me?.name ?? '',
  });
  const introduction = own ?? template;
  const act = useAct(handOverOne, { onDone: (acted) => onDone(acted, to?.name ?? '') });
  return (
    <ActFrame
      title={t('hand_over.title_single')}
      save={t('hand_over.save')}
      busy={act.isPending}
      isEmpty={!to || introduction.trim() === ''}
      problem={act.error}
      onSave={() =>
        to && act.mutate({ params: { reminderId }, body: { toMemberId: to.id, introduction: introduction.trim() } })
      }
      onLeave={onLeave}
    >
      <SelectField
        label={t('hand_over.to')}
        value={to?.id ?? ''}
        aria-busy={isWaiting}
        options={[
          { value: '', label: t(isWaiting ? 'hand_over.names_coming' : 'hand_over.choose') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={choose}
        onKeyDown={typeAhead}
      />
      <TextArea
        label={t('hand_over.introduction')}
        help={t('hand_over.days', { days: ACCEPT_WITHIN_DAYS })}
        voice="human"
        maxLength={4000}
        value={introduction}
        onChange={(event) => setOwn(event.target.value)}
      />
    </ActFrame>
  );
}

/** Whom the person is offered to. What is typed before the names have come counts once they are there. */
function useChoice() {
  const me = useSession()?.member.id;
  const team = useTeamOnItsWay();
  const [chosenId, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const colleagues = (team ?? []).filter(({ id, hasLeft }) => !hasLeft && id !== me);
  const isWaiting = team === undefined;
  const isMeant = ({ id, name }: { id: string; name: string }) =>
    chosenId === undefined ? typed !== '' && name.toLowerCase().startsWith(typed) : id === chosenId;
  return {
    colleagues,
    isWaiting,
    to: colleagues.find(isMeant),
    choose: setChosen,
    typeAhead: ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (isWaiting && key.length === 1 && !ctrlKey && !metaKey) setTyped(typed + key.toLowerCase());
    },
  };
}

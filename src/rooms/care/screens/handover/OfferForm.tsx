import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listHandovers, offerHandover, readLeaving, readOrphans } from '../../contract-handover.ts';
import { readToday } from '../../contract-today.ts';
import { ACCEPT_WITHIN_DAYS } from '../../types.ts';
import sharedStyles from '../shared/shared.module.css';
import { useTeam } from '../shared/use-colleagues.ts';
import styles from './handover.module.css';

interface OfferDraft {
  fromId: string;
  toId: string;
  /** Undefined until somebody writes: then the template follows the two names. */
  words: string | undefined;
}

/** Offers everybody whom one colleague looks after to another, with the words to introduce themselves. */
export function OfferForm({ fromMemberId, onLeave }: { fromMemberId: string | undefined; onLeave: () => void }) {
  const t = useMessages('care');
  const me = useSession()?.member.id ?? '';
  const [draft, setDraft] = useState<OfferDraft>({ fromId: fromMemberId ?? me, toId: '', words: undefined });
  const set = (change: Partial<OfferDraft>) => setDraft({ ...draft, ...change });
  const { introduction, toName } = useIntroduction(draft);
  const leaving = useRead(readLeaving, { query: { fromMemberId: draft.fromId } }, { enabled: draft.fromId !== '' });
  const offer = useOffer(toName);
  const count = leaving.data ? leaving.data.people - leaving.data.offered : 0;
  const isReady = isComplete(draft) && count > 0 && introduction !== '';
  const problem = offer.error ?? leaving.error;
  const save = () =>
    isReady && offer.mutate({ body: { fromMemberId: draft.fromId, toMemberId: draft.toId, introduction } });
  return (
    <div className={styles.form}>
      <Form label={t('handover.offer')} onSubmit={save}>
        <MemberFields draft={draft} set={set} />
        {leaving.data && <Leaving leaving={leaving.data} />}
        <TextArea
          label={t('hand_over.introduction')}
          help={t('hand_over.days', { days: ACCEPT_WITHIN_DAYS })}
          voice="human"
          rows={5}
          maxLength={4000}
          value={draft.words ?? introduction}
          onChange={(event) => set({ words: event.target.value })}
        />
        {problem && <ProblemNote problem={problem} kept={t('act.text_stays')} />}
        <FormActions>
          <Button type="submit" look="filled" busy={offer.isPending} disabled={!isReady}>
            {count > 0 ? t('handover.offer_count', { count }) : t('handover.offer_none')}
          </Button>
          <Button look="bare" onClick={onLeave}>
            {t('act.leave')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

const isComplete = ({ fromId, toId }: OfferDraft) => fromId !== '' && toId !== '' && toId !== fromId;

function useIntroduction({ fromId, toId, words }: OfferDraft) {
  const t = useMessages('care');
  const team = useTeam();
  const nameOf = (memberId: string) => team.find(({ id }) => id === memberId)?.name ?? t('hand_over.somebody');
  const template = t('hand_over.template.sie', { to: nameOf(toId), from: nameOf(fromId) });
  return { introduction: (words ?? template).trim(), toName: nameOf(toId) };
}

function useOffer(toName: string) {
  const t = useMessages('care');
  const navigate = useNavigate();
  return useAct(offerHandover, {
    stale: [listHandovers, readLeaving, readOrphans, readToday],
    onDone: ({ id, people }) => {
      showToast({ message: t('handover.offered', { count: people, name: toName }) });
      void navigate({ to: '/care/handovers/$handoverId', params: { handoverId: id } });
    },
  });
}

function MemberFields({ draft, set }: { draft: OfferDraft; set: (change: Partial<OfferDraft>) => void }) {
  const t = useMessages('care');
  const team = useTeam();
  const none = { value: '', label: t('plan.choose') };
  const others = team.filter(({ id, hasLeft }) => !hasLeft && id !== draft.fromId);
  return (
    <div className={sharedStyles.pair}>
      <SelectField
        label={t('handover.from')}
        value={draft.fromId}
        options={[
          none,
          ...team.map(({ id, name, hasLeft }) => ({
            value: id,
            label: hasLeft ? t('handover.left', { name }) : name,
          })),
        ]}
        onChoose={(fromId) => set({ fromId })}
      />
      <SelectField
        label={t('handover.to')}
        value={draft.toId}
        options={[none, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        onChoose={(toId) => set({ toId })}
      />
    </div>
  );
}

interface LeavingFacts {
  people: number;
  openPromises: number;
  offered: number;
  withDeputy: number;
}

/** What would be handed over, before it is offered. */
function Leaving({ leaving: { people, openPromises, offered, withDeputy } }: { leaving: LeavingFacts }) {
  const t = useMessages('care');
  return (
    <p className={styles.leaving}>
      {t('handover.looks_after', { count: people })} {t('handover.promises', { count: openPromises })}{' '}
      {withDeputy > 0 && t('handover.with_deputy', { count: withDeputy })}{' '}
      {offered > 0 && t('handover.offered_already', { count: offered })}
    </p>
  );
}

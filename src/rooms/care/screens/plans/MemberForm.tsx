import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changeMembership, listMemberships, readPlan } from '../../contract-plans.ts';
import type { Membership, PlanDetail } from '../../schema-plans.ts';
import { LONGEST_RHYTHM_DAYS, SHORTEST_RHYTHM_DAYS } from '../../types.ts';
import { ActFrame } from '../acts/ActFrame.tsx';
import { nameOf } from '../shared/names.ts';
import sharedStyles from '../shared/shared.module.css';
import { useToday } from '#ground/i18n/use-formats.ts';
import { usePlanWords } from '../shared/use-plan-words.ts';
import { useUndo } from '../shared/use-undo.ts';

/** A rhythm of this person's own, or a pause. Empty fields follow the plan. */
export function MemberForm({ plan, member, onLeave }: { plan: PlanDetail; member: Membership; onLeave: () => void }) {
  const t = useMessages('care');
  const today = useToday();
  const words = usePlanWords();
  const undo = useUndo();
  const [days, setDays] = useState(member.everyDays === null ? '' : String(member.everyDays));
  const [pausedUntil, setPaused] = useState(member.pausedUntil ?? '');
  const params = { planId: plan.id, talentId: member.person.id };
  const name = nameOf(member.person);
  const act = useAct(changeMembership, {
    stale: [listMemberships, readPlan],
    onDone: () => {
      const before = { everyDays: member.everyDays, pausedUntil: member.pausedUntil };
      showToast({
        message: t('members.changed', { name }),
        undo: () => undo(() => call(changeMembership, { params, body: before })),
      });
      onLeave();
    },
  });
  const count = Number(days);
  const isOdd =
    days !== '' && !(Number.isInteger(count) && count >= SHORTEST_RHYTHM_DAYS && count <= LONGEST_RHYTHM_DAYS);
  const isPast = pausedUntil !== '' && pausedUntil <= today;
  return (
    <ActFrame
      title={t('members.form', { name })}
      save={t('plan.save')}
      busy={act.isPending}
      isEmpty={isOdd || isPast}
      problem={act.error}
      onSave={() =>
        act.mutate({ params, body: { everyDays: days === '' ? null : count, pausedUntil: pausedUntil || null } })
      }
      onLeave={onLeave}
    >
      <div className={sharedStyles.pair}>
        <TextField
          type="number"
          inputMode="numeric"
          label={t('members.own_days')}
          optional
          help={t('members.own_help', { rhythm: words.rhythm(plan) })}
          error={isOdd ? t('plan.mistake.days') : undefined}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
        <TextField
          type="date"
          label={t('members.pause_until')}
          optional
          error={isPast ? t('members.pause_past') : undefined}
          value={pausedUntil}
          onChange={(event) => setPaused(event.target.value)}
        />
      </div>
    </ActFrame>
  );
}

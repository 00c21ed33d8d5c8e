import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listContents } from '#rooms/content/contract.ts';
import { addPlanContent, listPlanContents, readPlan, readYear } from '../../contract-plans.ts';
import type { PlanDetail } from '../../schema-plans.ts';
import { ActFrame } from '../acts/ActFrame.tsx';
import { useToday } from '#ground/i18n/use-formats.ts';
import { useDayWords } from '../shared/use-day-words.ts';

/** Puts something from the library on a day of the plan. An event stands on its own day. */
export function ContentForm({ plan, onLeave }: { plan: PlanDetail; onLeave: () => void }) {
  const t = useMessages('care');
  const today = useToday();
  const dayWords = useDayWords();
  const { data } = useRead(listContents, { query: { state: 'all' } });
  const contents = (data?.items ?? []).filter(({ state }) => state !== 'over');
  const [contentId, setContent] = useState('');
  const [onDate, setDay] = useState(today);
  const [channel, setChannel] = useState(plan.channels[0] ?? 'mail');
  const add = useAct(addPlanContent, {
    stale: [listPlanContents, readPlan, readYear],
    onDone: ({ title, onDate: day }) => {
      showToast({ message: t('contents.added', { title, day: dayWords(day) }) });
      onLeave();
    },
  });
  const choose = (id: string) => {
    setContent(id);
    const own = contents.find((one) => one.id === id);
    if (own?.kind === 'event' && own.onDate) setDay(own.onDate);
  };
  return (
    <ActFrame
      title={t('contents.add')}
      save={t('contents.save')}
      busy={add.isPending}
      isEmpty={contentId === '' || onDate === ''}
      problem={add.error}
      onSave={() => add.mutate({ params: { planId: plan.id }, body: { contentId, onDate, channel } })}
      onLeave={onLeave}
    >
      <SelectField
        label={t('contents.which')}
        help={contents.length === 0 ? t('contents.library_empty') : undefined}
        value={contentId}
        options={[
          { value: '', label: t('plan.choose') },
          ...contents.map(({ id, title, kind }) => ({ value: id, label: title, group: t(`content_kind.${kind}`) })),
        ]}
        onChoose={choose}
      />
      <TextField
        type="date"
        label={t('contents.day')}
        value={onDate}
        onChange={(event) => setDay(event.target.value)}
      />
      <SelectField
        label={t('contents.channel')}
        value={channel}
        options={plan.channels.map((value) => ({ value, label: t(`plan_channel.${value}`) }))}
        onChoose={(value) => setChannel(plan.channels.find((one) => one === value) ?? channel)}
      />
    </ActFrame>
  );
}

import { useMessages } from '#ground/i18n/use-messages.ts';
import { FormSection } from '#ground/ui/Form.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { Checks } from '../shared/Checks.tsx';
import { RegionField } from '../shared/RegionField.tsx';
import { useColleagues } from '../shared/use-colleagues.ts';
import { useTopics } from '#rooms/consent/web.tsx';
import sharedStyles from '../shared/shared.module.css';
import { CONTENT_KINDS, PLAN_CHANNELS } from '../../types.ts';
import type { PlanDraft, PlanMistake } from './plan-draft.ts';
import { RhythmFields } from './RhythmFields.tsx';
import type { Whom } from './use-whom.ts';

export interface PlanFieldsProps {
  draft: PlanDraft;
  set: (change: Partial<PlanDraft>) => void;
  mistakes: readonly PlanMistake[];
  whoms: readonly Whom[];
  /** Days that the phase of the company proposes, and its name; for a new plan only. */
  proposed?: { everyDays: number; phase: string };
  /** For whom a plan is stands when it is made. */
  isNew: boolean;
}

/** For whom, how often, by which ways, with which contents, where and until when. */
export function PlanFields(props: PlanFieldsProps) {
  const t = useMessages('care');
  return (
    <>
      <WhomFields {...props} />
      <FormSection title={t('plan.rhythm')}>
        <RhythmFields {...props} />
      </FormSection>
      <WayFields {...props} />
      <FormSection title={t('plan.frame')}>
        <FrameFields {...props} />
      </FormSection>
    </>
  );
}

function WhomFields({ draft, set, mistakes, whoms, isNew }: PlanFieldsProps) {
  const t = useMessages('care');
  const choose = (whom: string) => {
    const chosen = whoms.find(({ key }) => key === whom);
    const isBoutique = chosen?.mode === 'boutique';
    set({
      whom,
      ...(draft.name === '' || whoms.some(({ name }) => name === draft.name) ? { name: chosen?.name ?? '' } : {}),
      ...(isBoutique ? { channels: draft.channels.filter((channel) => channel !== 'newsletter') } : {}),
    });
  };
  return (
    <>
      {isNew && (
        <SelectField
          id="plan-whom"
          label={t('plan.whom')}
          help={t('plan.whom_help')}
          error={mistakes.includes('whom') ? t('plan.mistake.whom') : undefined}
          value={draft.whom}
          options={[
            { value: '', label: t('plan.choose') },
            ...whoms.map(({ key, name, group }) => ({ value: key, label: name, group })),
          ]}
          onChoose={choose}
        />
      )}
      <TextField
        id="plan-name"
        label={t('plan.name')}
        maxLength={80}
        error={mistakes.includes('name') ? t('plan.mistake.name') : undefined}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
    </>
  );
}

function WayFields({ draft, set, mistakes, whoms }: PlanFieldsProps) {
  const t = useMessages('care');
  const topics = useTopics();
  const isBoutique = whoms.find(({ key }) => key === draft.whom)?.mode === 'boutique';
  return (
    <FormSection title={t('plan.ways')}>
      <Checks
        id="plan-channels"
        label={t('plan.channels')}
        help={isBoutique ? t('plan.boutique_help') : undefined}
        error={mistakes.includes('channels') ? t('plan.mistake.channels') : undefined}
        options={PLAN_CHANNELS.map((value) => ({
          value,
          label: t(`plan_channel.${value}`),
          isOff: isBoutique && value === 'newsletter',
        }))}
        chosen={draft.channels}
        onChoose={(channels) => set({ channels })}
      />
      <Checks
        label={t('plan.contents')}
        help={t('plan.contents_help')}
        options={CONTENT_KINDS.map((value) => ({ value, label: t(`content_kind.${value}`) }))}
        chosen={draft.contentKinds}
        onChoose={(contentKinds) => set({ contentKinds })}
      />
      {topics.length > 0 && (
        <Checks
          label={t('plan.topics')}
          help={t('plan.topics_help')}
          options={topics.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.topicIds}
          onChoose={(topicIds) => set({ topicIds })}
        />
      )}
    </FormSection>
  );
}

function FrameFields({ draft, set, mistakes }: PlanFieldsProps) {
  const t = useMessages('care');
  const colleagues = useColleagues();
  return (
    <>
      <RegionField
        label={t('plan.region')}
        help={t('plan.region_help')}
        value={draft.region}
        onChoose={(region) => set({ region })}
      />
      <SelectField
        label={t('plan.owner')}
        help={t('plan.owner_help')}
        value={draft.ownerId}
        options={[
          { value: '', label: t('plan.nobody') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(ownerId) => set({ ownerId })}
      />
      <div className={sharedStyles.pair}>
        <TextField
          type="date"
          label={t('plan.starts')}
          value={draft.startsOn}
          onChange={(event) => set({ startsOn: event.target.value })}
        />
        <TextField
          id="plan-ends"
          type="date"
          label={t('plan.ends')}
          optional
          error={mistakes.includes('ends') ? t('plan.mistake.ends') : undefined}
          value={draft.endsOn}
          onChange={(event) => set({ endsOn: event.target.value })}
        />
      </div>
    </>
  );
}

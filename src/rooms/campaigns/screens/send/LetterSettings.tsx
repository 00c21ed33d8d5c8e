import { useRead, useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Switch } from '#ground/ui/Checkbox.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { audienceRoute, listSendersRoute } from '../../contract-sending.ts';
import { listBrandsRoute } from '../../contract-look.ts';
import {
  changeCampaignRoute,
  listCampaignsRoute,
  reachRoute,
  readCampaignRoute,
  warningsRoute,
} from '../../contract-writing.ts';
import type { CampaignDetail, CampaignSettings } from '../../schema-writing.ts';
import { useTopicChoices } from '../list/use-topic-choices.ts';
import { useWhomChoices } from '../list/use-whom-choices.ts';
import styles from '../shared/parts.module.css';
import { settingsOf, USUAL_WINDOW, whomFrom, whomOf, windowWith } from './letter-settings.ts';

type OnChange = (change: Partial<CampaignSettings>) => void;

/** To whom, from whom, in which look, at which hours, and whether links are counted; saved at once, as long as the letter is written. */
export function LetterSettings({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const change = useAct(changeCampaignRoute, {
    stale: [readCampaignRoute, listCampaignsRoute, audienceRoute, reachRoute, warningsRoute],
  });
  const set: OnChange = (next) =>
    change.mutate({ params: { campaignId: campaign.id }, body: settingsOf(campaign, next) });
  const { whom, topics, senders, brands } = useChoices();
  const none = { value: '', label: t('send.choose') };
  return (
    <Section title={t('send.settings')}>
      <div className={styles.fields}>
        <SelectField
          label={t('send.to')}
          asks={whomOf(campaign) === ''}
          value={whomOf(campaign)}
          options={[none, ...whom]}
          onChoose={(chosen) => set(whomFrom(chosen))}
        />
        <SelectField
          label={t('send.topic')}
          asks={campaign.topicId === null}
          value={campaign.topicId ?? ''}
          options={[...(campaign.topicId === null ? [none] : []), ...topics]}
          onChoose={(topicId) => topicId !== '' && set({ topicId })}
        />
        <SelectField
          label={t('send.from')}
          asks={campaign.senderId === null}
          value={campaign.senderId ?? ''}
          options={[none, ...senders]}
          onChoose={(senderId) => set({ senderId: senderId === '' ? null : senderId })}
        />
        <SelectField
          label={t('send.look')}
          value={campaign.brandId ?? ''}
          options={[{ value: '', label: t('send.usual_look') }, ...brands]}
          onChoose={(brandId) => set({ brandId: brandId === '' ? null : brandId })}
        />
        <WindowFields window={campaign.window} onChange={set} />
        <Switch
          checked={campaign.countsClicks}
          help={t('send.clicks_help')}
          onMark={(countsClicks) => set({ countsClicks })}
        >
          {t('send.clicks_on')}
        </Switch>
        {change.error && <ProblemNote problem={change.error} />}
      </div>
    </Section>
  );
}

function useChoices() {
  const senders = useRead(listSendersRoute, {});
  const brands = useRead(listBrandsRoute, {});
  return {
    whom: useWhomChoices(),
    topics: useTopicChoices().choices,
    senders: (senders.data?.senders ?? []).map(({ id, name }) => ({ value: id, label: name })),
    brands: (brands.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

const HOURS = Array.from({ length: 25 }, (_, hour) => hour);

function WindowFields({ window, onChange }: { window: CampaignDetail['window']; onChange: OnChange }) {
  const t = useMessages('campaigns');
  const options = (from: number, until: number) =>
    HOURS.slice(from, until + 1).map((hour) => ({ value: String(hour), label: t('send.hour', { hour }) }));
  return (
    <>
      <Switch
        checked={window !== null}
        help={t('send.window_help')}
        onMark={(isOn) => onChange({ window: isOn ? USUAL_WINDOW : null })}
      >
        {t('send.window_on')}
      </Switch>
      {window && (
        <div className={styles.pair}>
          <SelectField
            label={t('send.from_hour')}
            value={String(window.fromHour)}
            options={options(0, 23)}
            onChoose={(hour) => onChange({ window: windowWith(window, { fromHour: Number(hour) }) })}
          />
          <SelectField
            label={t('send.until_hour')}
            value={String(window.untilHour)}
            options={options(1, 24)}
            onChoose={(hour) => onChange({ window: windowWith(window, { untilHour: Number(hour) }) })}
          />
        </div>
      )}
    </>
  );
}

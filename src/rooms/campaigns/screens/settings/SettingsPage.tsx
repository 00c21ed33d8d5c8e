import { useId, useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions, FormSection } from '#ground/ui/Form.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changeSettingsRoute, readCampaignRoute, readSettingsRoute } from '../../contract-writing.ts';
import { CampaignTabs } from '../shared/CampaignTabs.tsx';
import partStyles from '../shared/parts.module.css';
import { AssistanceFields } from './AssistanceFields.tsx';
import {
  draftOfSettings,
  type RoomSettings,
  settingsFrom,
  type SettingsMistake,
  settingsMistakes,
} from './settings-draft.ts';

/** When a second person has to agree, and whether a language model helps with drafts. */
export function SettingsPage() {
  const t = useMessages('campaigns');
  const mayManage = useMay('campaigns.manage_senders');
  const { data, error, refetch } = useRead(readSettingsRoute, {});
  return (
    <Page
      title={t('roomTabs.settings')}
      path={[{ label: t('nav'), to: '/campaigns' }, { label: t('roomTabs.settings') }]}
    >
      <CampaignTabs />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={5} />}
      {data && mayManage && <SettingsForm settings={data} />}
      {data && !mayManage && <SettingsWords settings={data} />}
    </Page>
  );
}

/** For those who may not change them: the same as sentences. */
function SettingsWords({ settings: { fourEyesFrom, assistance } }: { settings: RoomSettings }) {
  const t = useMessages('campaigns');
  return (
    <>
      <p className={partStyles.sentence}>{t('settings.four_eyes_is', { count: fourEyesFrom })}</p>
      <p className={partStyles.sentence}>
        {t(assistance.isOn ? 'settings.assistance_is_on' : 'settings.assistance_is_off', {
          model: assistance.model ?? '',
          url: assistance.url ?? '',
        })}
      </p>
    </>
  );
}

function SettingsForm({ settings }: { settings: RoomSettings }) {
  const t = useMessages('campaigns');
  const base = useId();
  const [draft, setDraft] = useState(() => draftOfSettings(settings));
  const [mistakes, setMistakes] = useState<readonly SettingsMistake[]>([]);
  const idOf = (mistake: SettingsMistake) => `${base}-${mistake}`;
  const errorOf = (mistake: SettingsMistake) =>
    mistakes.includes(mistake) ? t(`settings.mistake.${mistake}`) : undefined;
  const change = useAct(changeSettingsRoute, {
    stale: [readSettingsRoute, readCampaignRoute],
    onDone: (saved) => {
      setDraft(draftOfSettings(saved));
      showToast({ message: t('settings.saved') });
    },
  });
  const save = () => {
    const found = settingsMistakes(draft);
    setMistakes(found);
    if (found.length === 0) change.mutate({ body: settingsFrom(draft) });
  };
  const set = (next: Partial<typeof draft>) => setDraft({ ...draft, ...next });
  return (
    <Form
      label={t('roomTabs.settings')}
      mistakes={mistakes.map((mistake) => ({ fieldId: idOf(mistake), message: t(`settings.mistake.${mistake}`) }))}
      onSubmit={save}
    >
      <TextField
        id={idOf('fourEyesFrom')}
        inputMode="numeric"
        label={t('settings.four_eyes')}
        help={t('settings.four_eyes_help')}
        error={errorOf('fourEyesFrom')}
        value={draft.fourEyesFrom}
        onChange={(event) => set({ fourEyesFrom: event.target.value })}
      />
      <FormSection title={t('settings.assistance')}>
        <AssistanceFields draft={draft} assistance={settings.assistance} idOf={idOf} errorOf={errorOf} onDraft={set} />
      </FormSection>
      {change.error && <ProblemNote problem={change.error} kept={t('senders.kept')} />}
      <FormActions>
        <Button type="submit" look="filled" busy={change.isPending}>
          {t('senders.save')}
        </Button>
      </FormActions>
    </Form>
  );
}

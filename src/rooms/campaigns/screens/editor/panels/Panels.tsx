import { useMessages } from '#ground/i18n/use-messages.ts';
import { useRead } from '#ground/http/use-call.ts';
import { readSettingsRoute } from '../../../contract-writing.ts';
import type { CampaignDetail } from '../../../schema-writing.ts';
import { PreviewPane } from '../../preview/PreviewPane.tsx';
import { Choice } from '../../shared/Choice.tsx';
import type { Editing } from '../editing.ts';
import styles from '../editor.module.css';
import { useSettled } from '../use-settled.ts';
import type { LetterAtWork } from '../use-letter.ts';
import { useWarnings } from '../use-reach.ts';
import { AssistancePanel } from './AssistancePanel.tsx';
import { VersionsPanel } from './VersionsPanel.tsx';
import { WarningsPanel } from './WarningsPanel.tsx';

export type PanelName = 'preview' | 'warnings' | 'versions' | 'assistance' | 'theirs';

/** The preview follows the writing hand by so much, ms. */
const FOLLOWS_MS = 500;

export function usePanels({
  campaign,
  editing: { letter, mayWrite, reach },
}: {
  campaign: CampaignDetail;
  editing: Editing;
}) {
  const { data } = useRead(readSettingsRoute, {});
  return {
    warnings: useWarnings(campaign, letter, reach),
    isAssisted: mayWrite && (data?.assistance.isOn ?? false),
  };
}

interface PanelsProps extends ReturnType<typeof usePanels> {
  campaign: CampaignDetail;
  work: LetterAtWork;
  shown: PanelName;
  onShow: (panel: PanelName) => void;
}

/** Beside the letter: how it is read, what should be mended, how it was before. */
export function Panels({ campaign, work, warnings, isAssisted, shown, onShow }: PanelsProps) {
  const t = useMessages('campaigns');
  const found = warnings.items?.length ?? 0;
  const names: PanelName[] = [
    'preview',
    'warnings',
    'versions',
    ...(isAssisted ? ['assistance' as const] : []),
    ...(work.theirs ? ['theirs' as const] : []),
  ];
  const name = names.includes(shown) ? shown : 'preview';
  return (
    <section className={styles.panels} aria-label={t(`editor.panel.${name}`)}>
      <Choice
        label={t('editor.panel.label')}
        value={name}
        options={names.map((value) => ({
          value,
          label: t(`editor.panel.${value}`),
          note: value === 'warnings' && found > 0 ? String(found) : undefined,
        }))}
        onChoose={onShow}
      />
      <PanelBody name={name} campaign={campaign} work={work} warnings={warnings} />
    </section>
  );
}

type PanelBodyProps = Pick<PanelsProps, 'campaign' | 'work' | 'warnings'> & { name: PanelName };

function PanelBody({ name, campaign, work, warnings }: PanelBodyProps) {
  const settled = useSettled(work.letter, FOLLOWS_MS);
  switch (name) {
    case 'preview':
      return <PreviewPane campaignId={campaign.id} letter={settled} language={campaign.mainLanguage} />;
    case 'theirs':
      return <PreviewPane campaignId={campaign.id} letter={work.theirs?.letter} language={campaign.mainLanguage} />;
    case 'warnings':
      return <WarningsPanel warnings={warnings.items} problem={warnings.error} />;
    case 'versions':
      return <VersionsPanel campaignId={campaign.id} work={work} />;
    default:
      return <AssistancePanel />;
  }
}

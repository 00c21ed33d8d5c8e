import { useMessages } from '#ground/i18n/use-messages.ts';
import { RoomTabs } from '#ground/ui/RoomTabs.tsx';

interface LetterStepsProps {
  campaignId: string;
  wasStarted: boolean;
  /** Beside the tools of the letter. */
  inBar?: boolean;
}

/** The way of a letter. There is no result before it was sent. */
export function LetterSteps({ campaignId, wasStarted, inBar = false }: LetterStepsProps) {
  const t = useMessages('campaigns');
  const letter = `/campaigns/${campaignId}`;
  const parts = [
    { to: letter, name: t('list.steps.write') },
    { to: `${letter}/send`, name: t('list.steps.send') },
    ...(wasStarted ? [{ to: `${letter}/result`, name: t('list.steps.result') }] : []),
  ];
  return <RoomTabs label={t('list.steps.label')} parts={parts} inBar={inBar} />;
}

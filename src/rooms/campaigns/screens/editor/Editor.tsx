import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { Choice } from '../shared/Choice.tsx';
import { LetterSteps } from '../shared/LetterSteps.tsx';
import { BlockList } from './BlockList.tsx';
import { Conflict } from './Conflict.tsx';
import { EditingContext } from './editing.ts';
import styles from './editor.module.css';
import { LanguageChoice } from './LanguageChoice.tsx';
import { LetterHead } from './LetterHead.tsx';
import { LetterState } from './LetterState.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { OnlyWithOwn } from './OnlyWithOwn.tsx';
import { Panels, type PanelName, usePanels } from './panels/Panels.tsx';
import { RulePanel } from './panels/RulePanel.tsx';
import { SaveState } from './SaveState.tsx';
import { useEditingState } from './use-editing-state.ts';
import { type LetterAtWork, useLetter } from './use-letter.ts';

/** The letter on the left as it is written, on the right as it is read. */
export function Editor({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const work = useLetter(campaign);
  const { editing, view, setView, ruleFor, said } = useEditingState(campaign, work);
  const isPhone = useIsPhone();
  useTextEditorAhead(editing.mayWrite);
  useStepKeys(work, editing.mayWrite);
  const panels = usePanels({ campaign, editing });
  const [panel, setPanel] = useState<PanelName>('preview');
  const [isReading, setReading] = useState(false);
  const showPanel = (name: PanelName) => {
    setPanel(name);
    setReading(true);
  };
  useShortcuts(editing.mayWrite ? [{ keys: '/', label: t('editor.add'), run: () => openMenu(editing) }] : []);
  return (
    <Page
      layout="full"
      title={campaign.name}
      path={[{ label: t('nav'), to: '/campaigns' }, { label: campaign.name }]}
      status={<SaveState saving={work.saving} onSave={() => void work.saveNow()} />}
      actions={<NextStep campaign={campaign} />}
    >
      <EditingContext value={editing}>
        <div className={styles.area} data-reading={isReading}>
          <div className={styles.head}>
            <LetterSteps campaignId={campaign.id} wasStarted={campaign.startedAt !== null} inBar />
            {isPhone && (
              <Choice
                label={t('editor.show')}
                value={isReading ? 'read' : 'write'}
                options={[
                  { value: 'write', label: t('editor.show_write') },
                  { value: 'read', label: t('editor.show_read') },
                ]}
                onChoose={(what) => setReading(what === 'read')}
              />
            )}
            <span className={styles.tools}>
              <LanguageChoice letter={work.letter} value={view} onChoose={setView} />
              {editing.mayWrite && (
                <>
                  <StepButtons work={work} />
                  <MoreMenu campaignId={campaign.id} name={campaign.name} onBefore={work.saveNow} />
                </>
              )}
            </span>
          </div>
          <div className={styles.paper}>
            <LetterState campaign={campaign} />
            {work.theirs && <Conflict theirs={work.theirs} work={work} onShow={() => showPanel('theirs')} />}
            <LetterHead />
            <BlockList />
            <OnlyWithOwn />
            <output className={styles.said}>{said}</output>
          </div>
          <Panels {...panels} campaign={campaign} work={work} shown={panel} onShow={showPanel} />
          {ruleFor && <RulePanel key={ruleFor.id} block={ruleFor} />}
        </div>
      </EditingContext>
    </Page>
  );
}

/** On to sending; from a letter that is out, to what came of it. */
function NextStep({ campaign: { id, state } }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const mayWrite = useMay('campaigns.write');
  const isOver = state === 'finished' || state === 'cancelled';
  return (
    <Link
      to={isOver ? '/campaigns/$campaignId/result' : '/campaigns/$campaignId/send'}
      params={{ campaignId: id }}
      className={buttonClass(mayWrite ? 'filled' : 'plain')}
    >
      {t(isOver ? 'send.to_result' : 'editor.go_on')}
    </Link>
  );
}

/** Who presses on words wants to write at once: the text editor is fetched before that. */
function useTextEditorAhead(mayWrite: boolean) {
  useEffect(() => {
    if (mayWrite) void import('./rich/WordsEditor.tsx');
  }, [mayWrite]);
}

const openMenu = ({ letter, current, openMenu: open }: ReturnType<typeof useEditingState>['editing']) =>
  open(current ?? letter.blocks.at(-1)?.id ?? null);

function StepButtons({ work }: { work: LetterAtWork }) {
  const t = useMessages('campaigns');
  return (
    <>
      <Button look="bare" className={styles.stepBack} disabled={!work.mayUndo} keys="mod+z" onClick={work.undo}>
        {t('editor.undo')}
      </Button>
      <Button look="bare" className={styles.stepBack} disabled={!work.mayRedo} onClick={work.redo}>
        {t('editor.redo')}
      </Button>
    </>
  );
}

/**
 * Steps of the letter, also while somebody writes in it: the text editor leaves them to us. Heard before everything else, or the browser
 * would take back single letters by itself. In fields beside the letter the keys belong to the field.
 */
function useStepKeys({ undo, redo }: LetterAtWork, mayWrite: boolean) {
  const steps = useRef({ undo, redo });
  useEffect(() => {
    steps.current = { undo, redo };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (!step) return;
      event.preventDefault();
      steps.current[step]();
    };
    if (mayWrite) document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [mayWrite]);
}

function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || altKey || target instanceof HTMLInputElement) return undefined;
  if (key.toLowerCase() === 'y') return 'redo';
  if (key.toLowerCase() !== 'z') return undefined;
  return shiftKey ? 'redo' : 'undo';
}

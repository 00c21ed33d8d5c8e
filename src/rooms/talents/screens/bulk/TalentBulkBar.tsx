import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { BulkBar } from '#ground/ui/list/BulkBar.tsx';
import { countMarked, EVERYTHING_MARKED, type Marking, NOTHING_MARKED } from '#ground/ui/list/selection.ts';
import { Menu, MenuItem, MenuLine } from '#ground/ui/Menu.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import type { ListSearch } from '../list/list-search.ts';
import type { Hits } from '../list/use-hit-words.ts';
import type { ActKind } from './bulk-acts.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { RunningAct } from './RunningAct.tsx';
import { selectionOf } from './selection.ts';

interface TalentBulkBarProps {
  marking: Marking;
  onMarking: (marking: Marking) => void;
  search: ListSearch;
  hits: Hits;
}

/** What can be done with the marked people. It stays while a long act runs. */
export function TalentBulkBar({ marking, onMarking, search, hits }: TalentBulkBarProps) {
  const t = useMessages('talents');
  const [kind, setKind] = useState<ActKind>();
  const [running, setRunning] = useState<string>();
  const marked = countMarked(marking, hits.value);
  if (marked === 0 && !running) return null;
  const isExact = marking.kind === 'some' || hits.isExact;
  return (
    <>
      <BulkBar
        label={t('bulk.label')}
        count={marked === 0 ? '' : t(isExact ? 'bulk.marked' : 'bulk.marked_more', { count: marked })}
      >
        {running && <RunningAct actId={running} onEnd={() => setRunning(undefined)} />}
        {marked > 0 && <MarkButtons marked={marked} hits={hits} onMarking={onMarking} onChoose={setKind} />}
      </BulkBar>
      {kind && marked > 0 && (
        <BulkDialog
          kind={kind}
          selection={selectionOf(marking, search)}
          marked={marked}
          onClose={() => setKind(undefined)}
          onStarted={(actId, how) => {
            setKind(undefined);
            onMarking(NOTHING_MARKED);
            if (how === 'running') setRunning(actId);
          }}
        />
      )}
    </>
  );
}

interface MarkButtonsProps extends Pick<TalentBulkBarProps, 'hits' | 'onMarking'> {
  marked: number;
  onChoose: (kind: ActKind) => void;
}

function MarkButtons({ marked, hits, onMarking, onChoose }: MarkButtonsProps) {
  const t = useMessages('talents');
  const mayWrite = useMay('talents.write');
  return (
    <>
      {marked !== hits.value && (
        <Button onClick={() => onMarking(EVERYTHING_MARKED)}>
          {t(hits.isExact ? 'bulk.mark_all' : 'bulk.mark_all_more', { count: hits.value })}
        </Button>
      )}
      {mayWrite && <ActButtons onChoose={onChoose} />}
      <Button onClick={() => onMarking(NOTHING_MARKED)}>{t('bulk.unmark')}</Button>
    </>
  );
}

function ActButtons({ onChoose }: { onChoose: (kind: ActKind) => void }) {
  const t = useMessages('talents');
  const mayDelete = useMay('talents.delete');
  useShortcuts([{ keys: 'u', label: t('bulk.assign_owner'), run: () => onChoose('assign_owner') }]);
  return (
    <>
      <Button keys="u" onClick={() => onChoose('assign_owner')}>
        {t('bulk.assign_owner')}
      </Button>
      <Button onClick={() => onChoose('add_tag')}>{t('bulk.add_tag')}</Button>
      <Button onClick={() => onChoose('set_stage')}>{t('bulk.set_stage')}</Button>
      <Menu side="top" align="end" trigger={<Button>{t('bulk.more')}</Button>}>
        <MenuItem onChoose={() => onChoose('set_next_step')}>{t('bulk.set_next_step')}</MenuItem>
        <MenuItem onChoose={() => onChoose('remove_tag')}>{t('bulk.remove_tag')}</MenuItem>
        {mayDelete && <MenuLine />}
        {mayDelete && (
          <MenuItem risk onChoose={() => onChoose('delete')}>
            {t('bulk.delete')}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}

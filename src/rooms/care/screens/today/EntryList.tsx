import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { LineAxis } from '#ground/ui/line/LineAxis.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { type Shortcut, useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import styles from './today-page.module.css';
import { DoneLine } from './DoneLine.tsx';
import { Entry } from './Entry.tsx';
import { LINE_WIDTH } from './EntryLine.tsx';
import { useTeam } from '../shared/use-colleagues.ts';
import type { Slot } from './slots.ts';
import type { OpenEntry } from './use-open-entry.ts';

interface EntryListProps {
  label: string;
  slots: readonly Slot[];
  /** The member's own day, where the spine stands. */
  today: string;
  /** Which one is open; see `useOpenEntry`. */
  list: OpenEntry;
}

/** Numbered people between hairlines on one axis; one is open. 1 to 9, J and K choose, Enter opens the page, Esc folds. */
export function EntryList({ label, slots, today, list }: EntryListProps) {
  const axis = useMemo(() => listAxis(today), [today]);
  useListKeys(slots, list);
  // The names for handing over come with the page: who types at once finds them there.
  useTeam();
  return (
    <section className={styles.five} aria-label={label}>
      <div className={styles.axis}>
        <LineAxis axis={axis} width={LINE_WIDTH} height={26} />
      </div>
      {slots.map((slot) =>
        slot.kind === 'handled' ? (
          <DoneLine key={slot.talentId} handled={slot.handled} number={slot.number} axis={axis} />
        ) : (
          <Entry
            key={slot.talentId}
            entry={slot.entry}
            number={slot.number}
            axis={axis}
            isOpen={slot.talentId === list.openId}
            act={list.act}
            takesFocus={list.takesFocus}
            onOpen={() => list.choose(slot.talentId)}
            onAct={list.setAct}
            onHandled={list.goOnFrom}
          />
        ),
      )}
    </section>
  );
}

function useListKeys(slots: readonly Slot[], list: OpenEntry): void {
  const t = useMessages('care');
  const navigate = useNavigate();
  const { openId } = list;
  const open = slots.filter(({ kind }) => kind === 'open');
  const at = open.findIndex(({ talentId }) => talentId === openId);
  const walk = (step: number) => {
    const next = open[at < 0 ? 0 : at + step];
    if (next) list.choose(next.talentId);
  };
  const numbers: Shortcut[] = open.slice(0, 9).map(({ number, talentId }) => ({
    keys: String(number),
    label: t('keys.number', { number }),
    run: () => list.choose(talentId),
  }));
  const leave = () => (list.act ? list.setAct(undefined) : list.choose(null));
  const goTo = () => openId && void navigate({ to: '/talents/$talentId', params: { talentId: openId } });
  useShortcuts([
    ...(list.act ? [] : numbers),
    ...(list.act
      ? []
      : [
          { keys: 'j', label: t('keys.next'), run: () => walk(1) },
          { keys: 'k', label: t('keys.previous'), run: () => walk(-1) },
          { keys: 'arrowdown', label: t('keys.next'), run: () => walk(1) },
          { keys: 'arrowup', label: t('keys.previous'), run: () => walk(-1) },
          { keys: 'enter', label: t('keys.page'), run: goTo },
        ]),
    { keys: 'escape', label: t('keys.back'), run: leave },
  ]);
}

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a combobox with lines and shapes cannot be a select */
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { ModalSurface } from '#ground/ui/Dialog.tsx';
import { KeyCap } from '#ground/ui/KeyCap.tsx';
import { Line } from '#ground/ui/line/Line.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { PermissionShape } from '#ground/ui/Permission.tsx';
import { foundIn, GROUP_ORDER, type PaletteEntry, permissionsOf, pieces } from './palette-entries.ts';
import styles from './palette.module.css';
import { usePaletteEntries } from './use-palette-entries.ts';

/** One field for going, finding and doing. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useMessages('web');
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const entries = usePaletteEntries(query);
  const current = Math.min(chosen, entries.length - 1);
  const open = useOpenEntry(onClose);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const entry = entries[current];
    if (step) setChosen((current + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter' && entry) open(entry);
    else return;
    event.preventDefault();
  };
  return (
    <ModalSurface open onClose={onClose} label={t('palette.label')} className={styles.palette}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={entries[current] && `${id}-${current}`}
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        className={styles.field}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={id} aria-label={t('palette.results')} className={styles.results}>
        {GROUP_ORDER.map((group) => (
          <EntryGroupList
            key={group}
            title={t(`palette.${group}`)}
            entries={entries}
            group={group}
            id={id}
            current={current}
            query={query}
            onOpen={open}
          />
        ))}
      </div>
      {entries.length === 0 && <p className={styles.nothing}>{t('palette.nothing', { query })}</p>}
    </ModalSurface>
  );
}

interface EntryGroupListProps {
  title: string;
  group: PaletteEntry['group'];
  entries: readonly PaletteEntry[];
  id: string;
  current: number;
  query: string;
  onOpen: (entry: PaletteEntry) => void;
}

function EntryGroupList({ title, group, entries, id, current, query, onOpen }: EntryGroupListProps) {
  const members = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.group === group);
  if (members.length === 0) return null;
  return (
    <div role="group" aria-label={title}>
      <div aria-hidden="true" className={styles.group}>
        {title}
      </div>
      {members.map(({ entry, index }) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field handles the keys
        <div
          key={entry.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          ref={index === current ? scrollIntoView : undefined}
          className={styles.entry}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(entry)}
        >
          <EntryWords entry={entry} query={query} />
        </div>
      ))}
    </div>
  );
}

function EntryWords({ entry: { label, person, detail, keys }, query }: { entry: PaletteEntry; query: string }) {
  const [axis] = useState(() => listAxis(new Date().toISOString().slice(0, 10)));
  return (
    <>
      <span className={styles.words}>
        {pieces(label, person?.found ?? foundIn(label, query)).map(({ text, isFound }, i) =>
          isFound ? <b key={i}>{text}</b> : <span key={i}>{text}</span>,
        )}
        {person && <span className={styles.detail}>{[person.role, person.employer].filter(Boolean).join(', ')}</span>}
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
      {person &&
        permissionsOf(person).map((state, i) => (
          <span key={i} className={styles[state]}>
            <PermissionShape state={state} />
          </span>
        ))}
      {person && <Line size="palette" touches={person.touches} axis={axis} />}
      {keys && <KeyCap keys={keys} />}
    </>
  );
}

function useOpenEntry(onClose: () => void) {
  const navigate = useNavigate();
  return ({ to, search }: PaletteEntry) => {
    onClose();
    void navigate({ to, search });
  };
}

const scrollIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

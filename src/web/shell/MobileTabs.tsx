import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages, useMessagesOf } from '#ground/i18n/use-messages.ts';
import { ModalSurface } from '#ground/ui/Dialog.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import { rooms } from '../rooms.ts';
import { Me } from './Me.tsx';
import styles from './mobile-tabs.module.css';
import { navOf } from './navigation.ts';

/** Rooms with a word of their own. */
const SHOWN = 2;

const isWithin = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** Four words at the bottom of a phone: the first two rooms, search, and everything else. */
export function MobileTabs({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }) {
  const t = useMessages('web');
  const of = useMessagesOf(rooms.map(({ room }) => room));
  const [isOpen, setOpen] = useState(false);
  const entries = navOf(rooms, useSession()?.permissions ?? []);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const isElsewhere = !entries.slice(0, SHOWN).some(({ to }) => isWithin(path, to));
  const close = () => setOpen(false);
  return (
    <nav className={styles.tabs} aria-label={t('nav.main')}>
      {entries.slice(0, SHOWN).map(({ to, room, labelKey }) => (
        <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
          {of(room)(labelKey)}
        </Link>
      ))}
      <button type="button" onClick={onSearch}>
        {t('nav.search_short')}
      </button>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-current={isElsewhere ? 'true' : undefined}
        onClick={() => setOpen(true)}
      >
        {t('nav.more')}
      </button>
      <ModalSurface open={isOpen} onClose={close} label={t('nav.more')} className={styles.more}>
        <ul>
          {entries.map(({ to, room, labelKey }) => (
            <li key={to}>
              <Link to={to} onClick={close} activeProps={{ 'aria-current': 'page' }}>
                {of(room)(labelKey)}
              </Link>
            </li>
          ))}
        </ul>
        <Me onHelp={onHelp} />
      </ModalSurface>
    </nav>
  );
}

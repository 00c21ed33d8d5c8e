import { Link } from '@tanstack/react-router';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Fragment, Suspense, useState } from 'react';
import { useMessages, useMessagesOf } from '#ground/i18n/use-messages.ts';
import { Icon } from '#ground/ui/Icon.tsx';
import { KeyCap } from '#ground/ui/KeyCap.tsx';
import { Mark } from '#ground/ui/Mark.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import { CompanyPhase } from '#rooms/phases/web.tsx';
import { keepPreferences, readPreferences } from '../preferences.ts';
import { rooms } from '../rooms.ts';
import { Me } from './Me.tsx';
import { NAV_GROUPS, type NavEntry, navOf } from './navigation.ts';
import styles from './side-nav.module.css';

interface SideNavProps {
  onSearch: () => void;
  onHelp: () => void;
}

/** Words only, in three groups. Folded it keeps the mark and two letters of each word. */
export function SideNav({ onSearch, onHelp }: SideNavProps) {
  const t = useMessages('web');
  const session = useSession();
  const [fold, setFold] = useState(readPreferences().navigation);
  const turn = () => setFold(keepPreferences({ navigation: fold === 'wide' ? 'folded' : 'wide' }).navigation);
  const entries = navOf(rooms, session?.permissions ?? []);
  return (
    <nav className={styles.side} data-fold={fold} aria-label={t('nav.main')}>
      <Link to="/" className={styles.brand} aria-label="Wiedersehen">
        <Mark />
        <span>Wiedersehen</span>
      </Link>
      <div className={styles.house}>
        {session?.company.name}
        <Suspense fallback={null}>
          <CompanyPhase />
        </Suspense>
      </div>
      <button type="button" className={styles.find} onClick={onSearch}>
        <span>{t('nav.search')}</span>
        <KeyCap keys="mod+k" />
      </button>
      {NAV_GROUPS.map((group) => (
        <NavGroupList
          key={group}
          title={t(`nav.${group}`)}
          entries={entries.filter((entry) => entry.group === group)}
        />
      ))}
      {rooms.map(({ room, NavSection }) => NavSection && <NavSection key={room} />)}
      <div className={styles.end}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={fold === 'wide'}
          aria-label={t(`nav.fold.${fold}`)}
          title={t(`nav.fold.${fold}`)}
          onClick={turn}
        >
          <Icon of={fold === 'wide' ? IconChevronLeft : IconChevronRight} />
        </button>
        <Me onHelp={onHelp} />
      </div>
    </nav>
  );
}

function NavGroupList({ title, entries }: { title: string; entries: readonly NavEntry[] }) {
  const of = useMessagesOf(rooms.map(({ room }) => room));
  if (entries.length === 0) return null;
  return (
    <Fragment>
      <h2 className={styles.group}>{title}</h2>
      <ul className={styles.list}>
        {entries.map(({ room, to, labelKey }) => (
          <li key={to}>
            <Link to={to} title={of(room)(labelKey)} activeProps={{ 'aria-current': 'page' }}>
              <span className={styles.whole}>{of(room)(labelKey)}</span>
              <span className={styles.short} aria-hidden="true">
                {of(room)(labelKey).slice(0, 2)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Fragment>
  );
}

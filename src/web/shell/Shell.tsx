import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { TimeZoneContext } from '#ground/i18n/use-formats.ts';
import { changeLanguage } from '#ground/i18n/messages.browser.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SequenceLettersContext } from '#ground/ui/sequence-letters.ts';
import { SessionContext, type Session } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { ToastPlace } from '#ground/ui/toast/ToastPlace.tsx';
import { TodaySectionsContext } from '#ground/ui/today-sections.ts';
import { keepPreferences } from '../preferences.ts';
import { rooms } from '../rooms.ts';
import { sessionRead } from '../session-read.ts';
import { MobileTabs } from './MobileTabs.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import styles from './shell.module.css';
import { SideNav } from './SideNav.tsx';

const loadPalette = () => import('../palette/Palette.tsx').then(({ Palette }) => ({ default: Palette }));
const Palette = lazy(loadPalette);
const ShortcutHelp = lazy(() => import('./ShortcutHelp.tsx').then(({ ShortcutHelp }) => ({ default: ShortcutHelp })));

const TODAY_SECTIONS = rooms.flatMap(({ TodaySection }) => (TodaySection ? [TodaySection] : []));

const SEQUENCE_LETTERS = rooms.find(({ sequenceLetters }) => sequenceLetters)?.sequenceLetters;

type Layer = 'none' | 'palette' | 'help';

/** Navigation left, the sheet right, and what may lie on top of both. */
export function Shell() {
  const { data: session } = useQuery(sessionRead);
  const navigate = useNavigate();
  useSessionPreferences(session);
  useEffect(() => {
    if (session === null) void navigate({ to: '/sign-in', search: { next: location.pathname + location.search } });
  }, [session, navigate]);
  if (!session) return <SkeletonPage />;
  return (
    <SessionContext value={session}>
      <TimeZoneContext value={session.member.timeZone}>
        <TodaySectionsContext value={TODAY_SECTIONS}>
          <SequenceLettersContext value={SEQUENCE_LETTERS}>
            <Frame />
          </SequenceLettersContext>
        </TodaySectionsContext>
      </TimeZoneContext>
    </SessionContext>
  );
}

function Frame() {
  const t = useMessages('web');
  const [layer, setLayer] = useState<Layer>('none');
  const close = () => setLayer('none');
  useShortcuts([
    { keys: 'mod+k', label: t('keys.palette'), run: () => setLayer('palette') },
    { keys: '?', label: t('keys.help'), run: () => setLayer('help') },
  ]);
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#sheet">
        {t('skip')}
      </a>
      <SideNav onSearch={() => setLayer('palette')} onHelp={() => setLayer('help')} />
      <main id="sheet" tabIndex={-1} className={styles.main}>
        <OfflineBar />
        <Suspense fallback={<SkeletonPage />}>
          <Outlet />
        </Suspense>
      </main>
      <MobileTabs onSearch={() => setLayer('palette')} onHelp={() => setLayer('help')} />
      <Suspense fallback={null}>
        {layer === 'palette' && <Palette onClose={close} />}
        {layer === 'help' && <ShortcutHelp open onClose={close} />}
      </Suspense>
      <ToastPlace />
    </div>
  );
}

/** What the member chose wins over what this browser remembers. */
function useSessionPreferences(session: Session | null | undefined) {
  const { language, theme, density } = session?.member ?? {};
  useEffect(() => {
    if (!language) return;
    keepPreferences({ language, theme, density });
    void changeLanguage(language);
  }, [language, theme, density]);
}

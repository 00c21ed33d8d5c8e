import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { changeLanguage } from '#ground/i18n/messages.browser.ts';
import { LANGUAGES } from '#ground/i18n/languages.ts';
import { useLanguage, useMessages, useMessagesOf } from '#ground/i18n/use-messages.ts';
import { Menu, MenuChoice, MenuItem, MenuLine } from '#ground/ui/Menu.tsx';
import { forgetVisits } from '#ground/ui/recent.ts';
import type { Density, Session, Theme } from '#ground/ui/session/session.ts';
import { useSession } from '#ground/ui/session/session.ts';
import { keepPreferences, type Preferences } from '../preferences.ts';
import { rooms } from '../rooms.ts';
import { savePreferences, signOut } from '../session-acts.ts';
import { sessionRead } from '../session-read.ts';
import { MeButton } from './MeButton.tsx';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const DENSITIES: readonly Density[] = ['tight', 'normal', 'wide'];

/** The member's own corner: language, appearance, own pages, sign-out. */
export function MeMenu({ onHelp }: { onHelp: () => void }) {
  const t = useMessages('web');
  const session = useSession();
  const language = useLanguage();
  const choose = useChoosePreferences();
  const leave = useLeave();
  if (!session) return null;
  const { theme, density } = session.member;
  const named = <Value extends string>(group: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(`me.${group}.${value}`) }));
  return (
    <Menu side="top" startsOpen trigger={<MeButton />}>
      <MenuChoice
        label={t('me.language_label')}
        value={language}
        options={named('language', LANGUAGES)}
        onChoose={(value) => choose({ language: value })}
      />
      <MenuLine />
      <MenuChoice
        label={t('me.theme_label')}
        value={theme}
        options={named('theme', THEMES)}
        onChoose={(value) => choose({ theme: value })}
      />
      <MenuLine />
      <MenuChoice
        label={t('me.density_label')}
        value={density}
        options={named('density', DENSITIES)}
        onChoose={(value) => choose({ density: value })}
      />
      <MenuLine />
      <OwnPages />
      <MenuItem keys="?" onChoose={onHelp}>
        {t('keys.help')}
      </MenuItem>
      <MenuItem onChoose={leave}>{t('me.sign_out')}</MenuItem>
    </Menu>
  );
}

function OwnPages() {
  const navigate = useNavigate();
  const pages = rooms.flatMap(({ room, mePages = [] }) => mePages.map((page) => ({ ...page, room })));
  const of = useMessagesOf(pages.map(({ room }) => room));
  return pages.map(({ to, labelKey, room }) => (
    <MenuItem key={to} onChoose={() => void navigate({ to })}>
      {of(room)(labelKey)}
    </MenuItem>
  ));
}

/** Shown at once, kept in this browser, and sent to the server for the member's other browsers. */
function useChoosePreferences() {
  const queries = useQueryClient();
  return (changed: Partial<Omit<Preferences, 'navigation'>>) => {
    keepPreferences(changed);
    if (changed.language) void changeLanguage(changed.language);
    queries.setQueryData(sessionRead.queryKey, (before: Session | null | undefined) =>
      before ? { ...before, member: { ...before.member, ...changed } } : before,
    );
    void savePreferences(changed);
  };
}

function useLeave() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await signOut();
    forgetVisits();
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
}

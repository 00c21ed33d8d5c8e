import { isLanguage, type Language, closestLanguage } from '#ground/i18n/languages.ts';
import type { Density, Theme } from '#ground/ui/session/session.ts';

/** What this browser remembers, so that the first picture is right before the member is known. */
export interface Preferences {
  language: Language;
  theme: Theme;
  density: Density;
  navigation: 'wide' | 'folded';
}

const KEY = 'wiedersehen.preferences';

export function readPreferences(): Preferences {
  const kept = readKept();
  return {
    language: isLanguage(kept.language) ? kept.language : closestLanguage(navigator.languages),
    theme: kept.theme ?? 'system',
    density: kept.density ?? 'normal',
    navigation: kept.navigation ?? 'wide',
  };
}

export function keepPreferences(changed: Partial<Preferences>): Preferences {
  const preferences = { ...readPreferences(), ...changed };
  localStorage.setItem(KEY, JSON.stringify(preferences));
  showPreferences(preferences);
  return preferences;
}

/** Theme and density are attributes of the document; the tokens answer to them. */
export function showPreferences({ theme, density, navigation }: Preferences): void {
  const { dataset } = document.documentElement;
  dataset.density = density;
  dataset.navigation = navigation;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

function readKept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

import { createContext, useContext } from 'react';
import type { Language } from '#ground/i18n/languages.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'tight' | 'normal' | 'wide';

export interface Session {
  member: {
    id: string;
    name: string;
    email: string;
    role: string;
    language: Language;
    theme: Theme;
    density: Density;
    timeZone: string;
  };
  company: { name: string; countryProfile: string; language: Language };
  permissions: string[];
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The signed-in member; undefined on the sheets that need no one (sign-in, set-up). */
export const useSession = (): Session | undefined => useContext(SessionContext);

/** Whether the member holds a permission. It only spares a refusal: the server decides. */
export function useMay(permission: string | undefined): boolean {
  const session = useSession();
  return permission === undefined || (session?.permissions.includes(permission) ?? false);
}

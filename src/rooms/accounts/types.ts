export const COUNTRY_PROFILES = ['DE', 'AT', 'CH', 'EU'] as const;
export type CountryProfile = (typeof COUNTRY_PROFILES)[number];

export const MEMBER_LANGUAGES = ['de', 'de-CH', 'en'] as const;
export type MemberLanguage = (typeof MEMBER_LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['tight', 'normal', 'wide'] as const;

declare module '#ground/events/news.ts' {
  interface Events {
    /** Somebody left the company, or works here again. */
    'accounts.members_changed': { memberIds: string[] };
    /** The first start is finished: company, first entity and first administrator exist. */
    'accounts.installed': { entityId: string; countryProfile: CountryProfile };
  }
}

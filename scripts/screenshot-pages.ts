import type { Look } from '../e2e/support/browser.ts';

export interface Picture {
  /** File name without ending. */
  name: string;
  /** Address in the product; `$talentId`, `$campaignId` and the like become the first of their kind. */
  path: string;
  look: Required<Look>;
}

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** The list as somebody looks at it who wants to write to silver medalists: latest contact first. */
const LIST = '/talents?segment=silver_medalist&sort=last_touch&direction=desc';

/** The pictures of the two README files: few, and each shows something else. */
export const README_PICTURES: Picture[] = [
  { name: 'today-en', path: '/today', look: { language: 'en', theme: 'light', ...LAPTOP } },
  { name: 'today-de', path: '/today', look: { language: 'de', theme: 'light', ...LAPTOP } },
  { name: 'letter-en', path: '/campaigns/$campaignId', look: { language: 'en', theme: 'light', ...LAPTOP } },
  { name: 'letter-de', path: '/campaigns/$campaignId', look: { language: 'de', theme: 'light', ...LAPTOP } },
  { name: 'talents-en', path: LIST, look: { language: 'en', theme: 'light', ...LAPTOP } },
  { name: 'talents-de', path: LIST, look: { language: 'de', theme: 'light', ...LAPTOP } },
  { name: 'talent-en', path: '/talents/$talentId', look: { language: 'en', theme: 'light', ...LAPTOP } },
  { name: 'talent-de', path: '/talents/$talentId', look: { language: 'de', theme: 'light', ...LAPTOP } },
  { name: 'inventory-en', path: '/inventory', look: { language: 'en', theme: 'dark', ...LAPTOP } },
  { name: 'inventory-de', path: '/inventory', look: { language: 'de', theme: 'dark', ...LAPTOP } },
  { name: 'phone-en', path: LIST, look: { language: 'en', theme: 'dark', ...PHONE } },
  { name: 'phone-de', path: LIST, look: { language: 'de', theme: 'dark', ...PHONE } },
];

/** Pages for people who are not signed in. */
export const isPublic = (path: string): boolean => /^\/(sign-in|setup|invitations?)(\/|$)|\$token/.test(path);

/** Every address in every look: both languages, both themes, phone and wide screen. */
export function everyLookOf(paths: string[]): Picture[] {
  const looks = (['de', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((theme) => [
      { language, theme, width: 390, height: 844 },
      { language, theme, width: 1440, height: 900 },
    ]),
  );
  // Looks outside: the member's wishes change eight times, not once per picture.
  return looks.flatMap((look) =>
    paths.map((path) => ({ name: `${nameOf(path)}-${look.language}-${look.theme}-${look.width}`, path, look })),
  );
}

const nameOf = (path: string): string => path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'start';

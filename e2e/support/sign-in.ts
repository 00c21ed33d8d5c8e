import type { Page } from 'playwright-core';
import type { Look } from './browser.ts';

export interface Account {
  email: string;
  password: string;
}

/** The administrator of the shared product, once a journey (or `setUpCompany`) has set it up. */
export const ADMINISTRATOR = {
  name: 'Mara Kellermatt',
  email: 'mara@kellermatt.example',
  password: 'Sieben Brücken über die Aare',
} as const;

const EMAIL = /^E-?Mail/i;
const PASSWORD = /^(Passwort|Password)$/i;
const SIGN_IN = /^(Anmelden|Sign in)/i;

/** Signs in as a person does, and waits for the first page. */
export async function signIn(page: Page, { email, password }: Account = ADMINISTRATOR): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: EMAIL }).fill(email);
  await page.getByRole('textbox', { name: PASSWORD }).fill(password);
  await page.getByRole('button', { name: SIGN_IN }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Keeps language and theme with the signed-in member, whose wishes win over those of the browser. */
export async function wish(page: Page, { language, theme }: Look): Promise<void> {
  const status = await page.evaluate(
    async (wishes) => {
      const headers = { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' };
      return (await fetch('/api/v1/session', { method: 'PATCH', headers, body: JSON.stringify(wishes) })).status;
    },
    { language, theme },
  );
  if (status >= 300) throw new Error(`The wishes of the member were refused (${status}).`);
  await page.reload();
}

/** Sets the product up over the API where nobody has done so; the journey of the first start does it by hand. */
export async function setUpCompany(baseUrl: string): Promise<void> {
  const { needed } = (await (await fetch(`${baseUrl}/api/v1/setup`)).json()) as { needed: boolean };
  if (!needed) return;
  const response = await fetch(`${baseUrl}/api/v1/setup`, {
    method: 'POST',
    headers: { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' },
    body: JSON.stringify({
      language: 'de',
      companyName: 'Kellermatt Antriebe AG',
      countryProfile: 'CH',
      ...ADMINISTRATOR,
    }),
  });
  if (!response.ok) throw new Error(`The set-up was refused: ${response.status} ${await response.text()}`);
}

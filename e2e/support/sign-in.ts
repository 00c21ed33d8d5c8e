import type { Page } from 'playwright-core';
import type { Look } from './browser.ts';

export interface Account {
  email: string;
  password: string;
}

/** The administrator of a product that a journey has set up. */
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

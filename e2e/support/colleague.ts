import type { Page } from 'playwright-core';
import { press, write } from './journey.ts';
import { ADMINISTRATOR } from './sign-in.ts';

interface Colleague {
  name: string;
  role: 'recruiter' | 'hiring_manager' | 'privacy_officer' | 'auditor';
}

/** A new member of the team: invited by the administrator who is signed in on `host`, enters on `page` with a password of their own. */
export async function enterInvited(page: Page, host: Page, { name, role }: Colleague): Promise<void> {
  const link = await host.evaluate(
    async (body) => {
      const headers = { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/members', { method: 'POST', headers, body: JSON.stringify(body) });
      return ((await answer.json()) as { link: string }).link;
    },
    { name, role, email: `${name.toLowerCase().replaceAll(' ', '.')}@kellermatt.example`, language: 'de' },
  );
  await page.goto(link);
  await write(page, 'Passwort', ADMINISTRATOR.password);
  await press(page, 'Passwort setzen und beginnen');
  await page.waitForURL((url) => !url.pathname.startsWith('/invitation'));
}

import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import type { Language, Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import { expectNoSidewaysScroll, expectSays, heading, press } from './support/journey.ts';
import { sampleCompanyForTests } from './support/sample-company-for-tests.ts';

const { newPageAt } = browserForTests();
const { address, asMara } = sampleCompanyForTests({ newPageAt }, { language: 'en' });

describe('somebody who takes a consent back on the phone', () => {
  it('needs no sign-in and one tap, and the team sees it at once', async () => {
    const team = await openTeam();
    const talentId = await aWillingTalent(team);
    await team.goto(`/talents/${talentId}/permission`);
    expect(await stateOf(team, 'Mail')).toContain('yes');
    const phone = await openPhone(await linkOf(team, talentId));

    await phone.getByRole('switch', { name: /^Personal mails/ }).click();
    await phone.getByRole('switch', { name: /^Personal mails/, checked: false }).waitFor();
    await team.reload();

    expect(await stateOf(team, 'Mail')).toMatch(/no.*Has not wanted to be contacted on this channel since/s);
  });

  it('can pause and go on, and leave for good: then nothing is left to show', async () => {
    const team = await openTeam();
    const talentId = await aWillingTalent(team);
    const link = await linkOf(team, talentId);
    const phone = await openPhone(link);

    await press(phone, /^Pause No contact/);
    await phone.getByLabel('Pause until').fill(inDays(20));
    await phone.getByRole('button', { name: 'Pause', exact: true }).last().click();
    await expectSays(phone, /^Paused until/);
    await team.goto(`/talents/${talentId}/permission`);
    expect(await stateOf(team, 'Call')).toContain('Silence agreed until');

    await press(phone, /^Leave Erase everything today/);
    await press(phone, 'Erase everything');
    await heading(phone, 'Your data is erased.').waitFor();
    await expectAccessible(phone);
    await team.goto(`/talents/${talentId}`);
    await expectSays(team, /not here|no such|nobody/i);
    await phone.goto('about:blank');
    await phone.goto(link);
    // Nobody knows their language any more: the page speaks that of the browser.
    await heading(phone, /^(This link no longer works|Dieser Link gilt nicht mehr)\.$/).waitFor();
  });
});

describe('the own page', () => {
  it('speaks to somebody as the team does: with Du, and without Sie in any corner', async () => {
    const team = await openTeam();
    const talentId = await aWillingTalent(team);
    await addressWithDu(team, talentId);
    const phone = await newPageAt(address(), { language: 'de', width: 390 });

    await phone.goto(await linkOf(team, talentId));
    await heading(phone, 'Du entscheidest, wie lange und worüber.').waitFor();
    await press(phone, /^Gehen/);

    const words = await phone.locator('body').innerText();
    expect(words).toContain('nichts wird in deinem Browser gespeichert');
    expect(words).not.toMatch(/\b(Sie|Ihnen|Ihre?[mnrs]?)\b/);
  });
});

/** What the team knows of how somebody likes to be addressed. */
function addressWithDu(page: Page, talentId: string): Promise<void> {
  return page.evaluate(async (id) => {
    const address = `/api/v1/talents/${id}`;
    const { talent } = (await (await fetch(address)).json()) as { talent: { version: number } };
    const headers = { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' };
    const body = JSON.stringify({ version: talent.version, changes: { addressForm: 'du', language: 'de' } });
    const { status } = await fetch(address, { method: 'PATCH', headers, body });
    if (status !== 200) throw new Error(`the form of address was refused (${status})`);
  }, talentId);
}

const openTeam = () => asMara({ width: 1440, height: 900 });

/** The page as it opens from a mail: one column, nothing kept in the browser, no barrier. */
async function openPhone(link: string): Promise<Page> {
  const language = await languageOf(link);
  const phone = await newPageAt(address(), { language, width: 390 });
  await phone.goto(link);
  await phone.getByRole('heading', { level: 1 }).waitFor();
  if (language !== 'en') await press(phone, 'English');
  await heading(phone, 'You decide how long and about what.').waitFor();
  await expectNoSidewaysScroll(phone);
  await expectAccessible(phone);
  const kept = await phone.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(kept).toEqual([0, expect.any(Number), '']);
  return phone;
}

/** The page begins in the person's language; a browser with another one would turn to it while it is read. */
async function languageOf(link: string): Promise<Language> {
  const answer = await fetch(`${address()}/api/v1/preferences/${link.split('#')[1]}`);
  return ((await answer.json()) as { language: Language }).language;
}

/** Somebody of the sample company who may be written to. */
function aWillingTalent(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { items } = (await (await fetch('/api/v1/talents?limit=200')).json()) as {
      items: { id: string; permissions: { mail: string; phone: string } }[];
    };
    const willing = items.find(({ permissions }) => permissions.mail === 'yes' && permissions.phone === 'yes');
    if (!willing) throw new Error('nobody allows mail and phone');
    return willing.id;
  });
}

/** As it stands in every mail to them. */
function linkOf(page: Page, talentId: string): Promise<string> {
  return page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/talents/${id}/notice?language=en`);
    return ((await answer.json()) as { link: string }).link;
  }, talentId);
}

async function stateOf(page: Page, way: string): Promise<string> {
  const line = page
    .getByRole('listitem')
    .filter({ has: page.getByText(way, { exact: true }) })
    .first();
  await line.waitFor();
  return line.innerText();
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../src/demo.ts';
import { TEAM } from '#seeds/cast.ts';
import { barriersOn } from './support/accessible.ts';
import type { Look, Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import { cutOffButtons, messageKeysOn, settled, sidewaysScroll } from './support/every-screen.ts';
import type { Remembered } from './support/browser.ts';
import { signIn, wish } from './support/sign-in.ts';

const { newPageAt } = browserForTests();

const LOOKS = (['de', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [390, 1440].map((width) => ({ language, theme, width }))),
);

/** The addresses of all screens, as the doors of the rooms name them. */
const ROUTES = globSync('src/rooms/*/web.tsx')
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bpath: '(\/[^']*)'/g)].map(([, address]) => address ?? ''))
  .toSorted();
const BARE = ['/setup', '/sign-in', '/invitation', '/invitation/$token'];
const INSIDE = ['/', ...ROUTES.filter((route) => !BARE.includes(route)), '/nowhere/at/all'];

let remembered: Remembered;
let ids: Record<string, string>;

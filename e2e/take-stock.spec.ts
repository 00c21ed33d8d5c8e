import { describe, expect, inject, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import type { Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import { button, choose, dialog, expectSays, heading, link, press, region, row, table, write } from './support/journey.ts';
import { ADMINISTRATOR } from './support/sign-in.ts';
import { dropFile, dropSample, numberOf, press as pressKey, setUpByHand } from './support/taking-stock.ts';

const { newPage } = browserForTests();

import { describe, expect, it } from 'vitest';
import type { TalentRow } from '#rooms/talents/schema.ts';
import { boardColumns, cardBeside, neighbourOf } from './board-columns.ts';

const row = (lastName: string, stage: TalentRow['stage'], nextStepOn: string | null = null): TalentRow => ({
  id: lastName,
  title: null,
  firstName: 'Ilse',
  lastName,
  role: null,
  employer: null,
  city: null,
  permissions: { mail: 'yes', phone: 'unknown', newsletter: 'unknown' },
  touches: [],
  warmth: { value: 0, step: 1, trend: 'steady' },
  lastTouch: null,
  nextStep: null,
  nextStepOn,
  stage,
  owner: null,
  segments: [],
  tags: [],
  eraseOn: '2027-11-23',
  version: 1,
});
const PEOPLE = [
  row('Brändli', 'known'),
  row('Nägeli', 'known', '2026-12-01'),
  row('Wüthrich', 'ready'),
  row('Demirtaş', 'hired'),
];

describe('the board of a Boutique pool', () => {
  it('shows the funnel, and beside it only stages where somebody is', () => {
    expect(boardColumns(PEOPLE).map(({ stage }) => stage)).toEqual([
      'known',
      'approached',
      'in_exchange',
      'interested',
      'ready',
      'in_application',
      'hired',
    ]);
  });

  it('has the nearest next step on top', () => {
    expect(boardColumns(PEOPLE)[0]?.rows.map(({ lastName }) => lastName)).toEqual(['Nägeli', 'Brändli']);
  });

  it('knows the stage beside, and no stage beyond the edge', () => {
    const columns = boardColumns(PEOPLE);

    expect(neighbourOf(columns, 'known', 1)).toBe('approached');
    expect(neighbourOf(columns, 'known', -1)).toBeUndefined();
    expect(neighbourOf(columns, 'hired', 1)).toBeUndefined();
  });

  it('leads the arrows from card to card over empty columns', () => {
    const columns = boardColumns(PEOPLE);

    expect(cardBeside(columns, { column: 0, card: 1 }, 'ArrowRight')).toEqual({ column: 4, card: 0 });
    expect(cardBeside(columns, { column: 4, card: 0 }, 'ArrowLeft')).toEqual({ column: 0, card: 0 });
    expect(cardBeside(columns, { column: 0, card: 0 }, 'ArrowDown')).toEqual({ column: 0, card: 1 });
    expect(cardBeside(columns, { column: 0, card: 1 }, 'ArrowDown')).toBeUndefined();
    expect(cardBeside(columns, { column: 6, card: 0 }, 'ArrowRight')).toBeUndefined();
  });
});

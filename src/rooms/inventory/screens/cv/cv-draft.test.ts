import { describe, expect, it } from 'vitest';
import { draftOf, splitName, stationBodies, talentBody } from './cv-draft.ts';

const place = { quote: 'Mara Steinegger', page: 1, offset: 0 };
const ground = {
  segment: 'passive_contact' as const,
  basis: 'legitimate_interest' as const,
  source: 'cv.pdf',
  obtainedOn: '2026-11-23',
};

describe('a CV that was read', () => {
  it('splits a name before its small words', () => {
    expect(splitName('Maximilian von Tettenborn-Lüdeking')).toEqual({
      firstName: 'Maximilian',
      lastName: 'von Tettenborn-Lüdeking',
    });
    expect(splitName('Anna Maria Stöckli')).toEqual({ firstName: 'Anna Maria', lastName: 'Stöckli' });
  });

  it('stores nothing that was not taken', () => {
    const draft = draftOf([
      { field: 'full_name', value: 'Mara Steinegger', ...place },
      { field: 'email', value: 'mara@mail.example', ...place },
      { field: 'phone', value: '+41 79 555 02 31', ...place },
    ]);
    const without = { ...draft, facts: draft.facts.map((fact) => ({ ...fact, isTaken: fact.field !== 'phone' })) };

    expect(talentBody(without, ground).addresses).toEqual([{ kind: 'email', value: 'mara@mail.example' }]);
  });

  it('takes the station without an end as the present one', () => {
    const draft = draftOf([
      { field: 'station', value: { employer: 'Kellermatt', role: 'Entwicklerin', from: '2019-04' }, ...place },
      { field: 'station', value: { employer: 'Sulzbach', role: 'Praktikum', from: '2017', to: '2018' }, ...place },
    ]);

    expect(talentBody(draft, ground)).toMatchObject({ employer: 'Kellermatt', role: 'Entwicklerin' });
    expect(stationBodies(draft)).toEqual([
      { employer: 'Kellermatt', role: 'Entwicklerin', startedOn: '2019-04-01', endedOn: null },
      { employer: 'Sulzbach', role: 'Praktikum', startedOn: '2017-01-01', endedOn: '2018-01-01' },
    ]);
  });
});

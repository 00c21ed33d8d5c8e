import { describe, expect, it } from 'vitest';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { axisOf, nextPromise, stationsOf } from './line-of.ts';

const TODAY = '2026-11-23';
const aPromise = (dueOn: string, keptAt: string | null = null) => ({
  id: dueOn,
  what: 'Anruf',
  dueOn,
  owner: null,
  givenAt: '2026-08-14T10:00:00Z',
  keptAt,
});
const aStation = (startedOn: string, endedOn: string | null, employer: string) => ({
  id: employer,
  employer,
  role: null,
  unit: null,
  isOurs: false,
  employmentKind: null,
  startedOn,
  endedOn,
  rehireWish: null,
  source: 'member',
});

describe('the line of a profile', () => {
  it('shows the nearest promise that was not kept', () => {
    const promises = [aPromise('2026-12-24'), aPromise('2026-11-30'), aPromise('2026-11-20', '2026-11-20T09:00:00Z')];

    expect(nextPromise(promises)?.dueOn).toBe('2026-11-30');
  });

  it('has the axis of lists while nobody was in touch', () => {
    expect(axisOf({ touches: [], stations: [] }, TODAY)).toEqual(listAxis(TODAY));
  });

  it('leaves a label out that would run into the next station', () => {
    const stations = [
      aStation('2026-01-01', '2026-01-20', 'Limmat Elektronik AG'),
      aStation('2026-02-01', null, 'Aare'),
    ];
    const drawn = stationsOf(stations, { axis: listAxis(TODAY), width: 600, ourLabel: () => '' });

    expect(drawn.map(({ label }) => label)).toEqual(['', 'Aare']);
  });
});

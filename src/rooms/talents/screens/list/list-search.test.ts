import { describe, expect, it } from 'vitest';
import { moved, resized, shownColumnsOf, turned, USUAL_COLUMNS } from './columns.ts';
import { filterOf, isChanged, readListSearch, searchOfView, viewStateOf } from './list-search.ts';

describe('the address of the list', () => {
  it('turns flat conditions of a link into terms of the sentence', () => {
    const search = readListSearch({ segment: 'silver_medalist', silentForDays: '90' });

    expect(search.filter).toEqual({
      join: 'and',
      terms: [
        { field: 'segment', value: ['silver_medalist'] },
        { field: 'silentForDays', value: 90 },
      ],
    });
  });

  it('leaves out what it cannot read', () => {
    expect(readListSearch({ sort: 'beauty', stage: 'famous', filter: '{' })).toEqual({});
  });

  it('gives the server the sentence as text', () => {
    const { filter } = filterOf(readListSearch({ city: 'Winterthur' }));

    expect(JSON.parse(String(filter))).toEqual({ join: 'and', terms: [{ field: 'city', value: ['Winterthur'] }] });
  });

  it('comes back the same from a saved view', () => {
    const search = readListSearch({ q: 'müller', stage: 'known', sort: 'last_touch', columns: 'line,owner*80' });
    const view = viewStateOf(search);

    expect(searchOfView({ id: 'a', view })).toEqual({ ...search, view: 'a' });
    expect(isChanged(search, view)).toBe(false);
    expect(isChanged({ ...search, q: 'meier' }, view)).toBe(true);
  });
});

describe('columns', () => {
  it('reads names and widths, each once', () => {
    expect(shownColumnsOf('owner*5,city,owner,nonsense')).toEqual([{ name: 'owner', width: 52 }, { name: 'city' }]);
  });

  it('moves a column to another place', () => {
    expect(moved(USUAL_COLUMNS, 6, 0)[0]).toEqual({ name: 'owner' });
  });

  it('hides and shows a column, and keeps widths within bounds', () => {
    expect(turned(USUAL_COLUMNS, 'line').some(({ name }) => name === 'line')).toBe(false);
    expect(resized(turned([], 'city'), 'city', 9000)).toEqual([{ name: 'city', width: 800 }]);
  });
});

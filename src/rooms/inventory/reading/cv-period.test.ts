import { describe, expect, it } from 'vitest';
import { findPeriod } from './cv-period.ts';

describe('periods in a CV', () => {
  it.each([
    ['03/2019 – 12/2022', '2019-03', '2022-12'],
    ['01.03.2019 - 31.12.2022', '2019-03-01', '2022-12-31'],
    ['4.2019 bis heute', '2019-04', undefined],
    ['Juli 2019–Dez. 2021', '2019-07', '2021-12'],
    ['März 2019 - Mai 2020', '2019-03', '2020-05'],
    ['Jan 2018 to present', '2018-01', undefined],
    ['2015—2017', '2015', '2017'],
    ['seit 03/2020', '2020-03', undefined],
    ['since May 2020', '2020-05', undefined],
    ['Sommer 2019 – 2020', '2019', '2020'],
  ])('reads %j', (line, from, to) => {
    expect(findPeriod(`Muster AG, ${line}`)).toMatchObject(to === undefined ? { from } : { from, to });
    expect(findPeriod(line)?.to).toBe(to);
  });

  it.each(['8400 Winterthur', '+41 79 2019 2020', 'Umsatz 2019: 3 Mio.', 'geboren 12.03.1990'])(
    'finds none in %j',
    (line) => {
      expect(findPeriod(line)).toBeUndefined();
    },
  );
});

import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { hostileText } from './testing/hostile-text.ts';
import { findDateOrder, readDate } from './parse-date.ts';

describe('a date', () => {
  it.each([
    ['16.01.2023', '2023-01-16', 'day'], ['1.2.23', '2023-02-01', 'day'], ['01. 02. 2023', '2023-02-01', 'day'], ['3.4.87', '1987-04-03', 'day'], ['2024-03-14', '2024-03-14', 'day'],
    ['2024-03-14T10:22:00Z', '2024-03-14', 'day'], ['2024-03-14 08:11:00.123 UTC', '2024-03-14', 'day'], ['14.03.2024 10:22 Uhr', '2024-03-14', 'day'], ['14/03/2024', '2024-03-14', 'day'],
    ['2024/3/4', '2024-03-04', 'day'], ['20240314', '2024-03-14', 'day'], ['45365', '2024-03-14', 'day'], ['45365.5', '2024-03-14', 'day'], ['14. März 2024', '2024-03-14', 'day'],
    ['14 Mar 2024', '2024-03-14', 'day'], ['05 Mar 2021', '2021-03-05', 'day'], ['14-Mar-24', '2024-03-14', 'day'], ['March 14, 2024', '2024-03-14', 'day'], ['Do, 14.03.2024', '2024-03-14', 'day'],
    ['Thursday, March 14, 2024', '2024-03-14', 'day'], ['3. Jänner 2020', '2020-01-03', 'day'], ['März 2021', '2021-03-01', 'month'],
    ['Mrz. 21', '2021-03-01', 'month'], ['seit 03/2019', '2019-03-01', 'month'], ['2019-03', '2019-03-01', 'month'], ['Q2 2020', '2020-04-01', 'quarter'], ['2. Quartal 2020', '2020-04-01', 'quarter'],
    ['2020 Q4', '2020-10-01', 'quarter'], ['2019', '2019-01-01', 'year'], ['ca. 2019', '2019-01-01', 'year'], ['29.02.2024', '2024-02-29', 'day'], ['14.03.2024,', '2024-03-14', 'day'],
  ])('is read from %s', (text, on, precision) => {
    expect(readDate(text)).toEqual({ kind: 'date', on, precision });
  }); // prettier-ignore

  it.each(['31.02.2024', '29.02.2023', '2024-13-01', '00.01.2024', '32.01.2024', '13/2020', '31. April 2020'])(
    'is refused when it does not exist: %s',
    (text) => {
      expect(readDate(text)).toEqual({ kind: 'impossible', text });
    },
  );

  it.each(['', '-', 'n/a', '00.00.0000', '31.12.9999', '00000000', '9999-12-31'])('is absent in %j', (text) => {
    expect(readDate(text).kind).toBe('blank');
  });

  it.each(['bald', '12', '1.2.3.4', '=1+1', 'Sommer 2021', '123456', '16.01.2023 bis 17.02.2023'])(
    'is unreadable in %j',
    (text) => {
      expect(readDate(text).kind).toBe('unreadable');
    },
  );

  it('follows the American order where the column has it', () => {
    expect(readDate('03/14/2024', 'mdy')).toMatchObject({ on: '2024-03-14' });
    expect(readDate('14.03.2024', 'mdy')).toMatchObject({ on: '2024-03-14' });
  });

  it('survives a round trip in the German form', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1940-01-01'), max: new Date('2068-12-31'), noInvalidDate: true }),
        (date) => {
          const on = date.toISOString().slice(0, 10);
          const german = on.split('-').toReversed().join('.');
          expect(readDate(german)).toMatchObject({ on });
          expect(readDate(on)).toMatchObject({ on });
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(() => readDate(text)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[\d./ -]{0,14}$/), (text) => {
        expect(() => readDate(text)).not.toThrow();
      }),
    );
  });
});

describe('the order of a column of dates', () => {
  it.each([
    [['01/02/2024', '03/14/2024'], 'mdy'], [['01/02/2024', '14/03/2024'], 'dmy'], [['01.02.2024'], 'dmy'], [['2024-01-02'], 'ymd'], [['01/02/2024'], undefined], [['x', ''], undefined],
  ])('of %j is %s', (values, order) => {
    expect(findDateOrder(values)).toBe(order);
  }); // prettier-ignore
});

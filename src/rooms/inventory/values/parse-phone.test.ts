import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { hostileText } from './testing/hostile-text.ts';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readPhones } from './parse-phone.ts';

describe('phone numbers of a cell', () => {
  it.each([
    ['0171/123 45 67', 'DE', ['+491711234567']], ['+41 (0)79 123 45 67', 'DE', ['+41791234567']], ['0041 79 123 45 67', 'CH', ['+41791234567']], ['079 123 45 67', 'CH', ['+41791234567']],
    ['079/1234567', 'CH', ['+41791234567']], ['044 123 45 67 / 079 765 43 21', 'CH', ['+41441234567', '+41797654321']], ['044 123 45 67; 079 765 43 21', 'CH', ['+41441234567', '+41797654321']],
    ['044 123 45 67, 079 765 43 21', 'CH', ['+41441234567', '+41797654321']], ['Tel. P: 044 123 45 67', 'CH', ['+41441234567']], ['0711 123456 (privat)', 'DE', ['+49711123456']],
    ['791234567', 'CH', ['+41791234567']], ['41791234567', 'CH', ['+41791234567']], ['+49 (0) 89 / 123 456-0', 'DE', ['+49891234560']], ['0664 1234567', 'AT', ['+436641234567']],
    ["079'123'45'67", 'CH', ['+41791234567']], ['+41 79 123 45 67\n+41 44 123 45 67', 'CH', ['+41791234567', '+41441234567']], ['079 123 45 67 oder 044 123 45 67', 'CH', ['+41791234567', '+41441234567']],
    ['+41.79.123.45.67', 'CH', ['+41791234567']], ['(030) 901820', 'DE', ['+4930901820']], ['+41 79 123 45 67, +41 79 123 45 67', 'CH', ['+41791234567']],
  ] as [string, string, string[]][])('are read from %s in %s', (text, country, numbers) => {
    const { phones, refused } = readPhones(text, country);

    expect(phones.map(({ number }) => number)).toEqual(numbers);
    expect(refused).toEqual([]);
  }); // prettier-ignore

  it('leave their extension behind, named', () => {
    expect(readPhones('044 123 45 67 Durchwahl 12', 'CH').phones).toEqual([
      { number: '+41441234567', extension: '12' },
    ]);
  });

  it.each([
    ['4,17912E+10', 'rounded'], ['12', 'unreadable'], ['ruft nie zurück', 'unreadable'], ['0000000000', 'unreadable'], ['+999 123456789', 'unreadable'], ['16.01.2023', 'unreadable'],
  ])('refuse %s', (text, why) => {
    expect(readPhones(text, 'CH')).toEqual({ phones: [], refused: [{ text, why }] });
  }); // prettier-ignore

  it('are always in E.164, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText, fc.stringMatching(/^[\d+()/ .;-]{0,40}$/)),
        fc.constantFrom('DE', 'CH', 'AT', 'EU'),
        (text, country) => {
          for (const { number } of readPhones(text, country).phones) expect(number).toMatch(/^\+[1-9]\d{5,14}$/);
        },
      ),
    );
  });

  it('are read the same way with and without the library', () => {
    const mobile = fc.oneof(
      fc.tuple(fc.stringMatching(/^07\d{8}$/), fc.constant('CH' as const)),
      fc.tuple(fc.stringMatching(/^01[567]\d{8,9}$/), fc.constant('DE' as const)),
    );
    fc.assert(
      fc.property(mobile, ([text, country]) => {
        const library = parsePhoneNumberFromString(text, country);
        expect(readPhones(text, country).phones[0]?.number).toBe(library?.isValid() ? library.number : undefined);
      }),
      { numRuns: 1_000 },
    );
  });
});

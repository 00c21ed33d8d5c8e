import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedPrintable } from './quoted-printable.ts';

const decode = (text: string) =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

describe('text in seven bits', { timeout: 60_000 }, () => {
  it('comes back byte for byte, line ends as CRLF', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const wanted = Buffer.from(text)
          .toString('latin1')
          .replaceAll(/\r\n|\n/g, '\r\n');

        expect(decode(quotedPrintable(Buffer.from(text)).toString('latin1')).toString('latin1')).toBe(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('has short lines without anything that is changed on the way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(' ', '.', '=', 'a', 'ü', '\n', '\t', '\r', '  ', 'word'), { maxLength: 600 }),
        (parts) => {
          const lines = quotedPrintable(Buffer.from(parts.join('')))
            .toString('latin1')
            .split('\r\n');

          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(76);
            expect(line).not.toMatch(/^\.|[ \t]$| {2}|\t|\r|\n/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagsOf, unclosed, wordsOf } from '../../../testing/html-shape.ts';
import { aReader, aWholeLetter, someParts } from '../testing-letter.ts';
import type { Letter } from '../schema-letter.ts';
import { letter as letterShape } from '../schema-letter.ts';
import { compileLetter } from './compile.ts';

const ATTACKS = [
  '{{7*7}}',
  '${7*7}',
  '<%= process.env %>',
  '#{7*7}',
  '{{constructor.constructor("return process")()}}',
  '[[${7*7}]]',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</td></tr></table>',
  '<mj-raw><b>x</b></mj-raw>',
  '</mj-text><mj-include path="/etc/passwd" />',
  '<mj-style>*{display:none}</mj-style>',
  '<!--',
  '-->',
  '<![endif]-->',
  '<!--[if mso]>',
  ']]>',
  '&lt;b&gt;',
  '&#60;script&#62;',
  'Mara\r\nBcc: alle@firma.example',
  '\u2028Subject: x',
  '\u202Egnp.exe',
  '\0',
  '\uD800',
  '=?UTF-8?Q?=0D=0A?=',
  'javascript:alert(1)',
];

/** Words as somebody means them, and as somebody means us harm. */
const words = fc
  .array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'binary', maxLength: 12 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' ').slice(0, 75))
  .filter((text) => text.trim() !== '');

const shapeOf = (html: string) =>
  tagsOf(html).map(({ name, isEnd, attributes }) => [name, isEnd, ...Object.keys(attributes)]);
const plain = compileLetter(someParts());
const pageOf = (compiled = plain, reader = aReader()) => compiled.make(reader)?.html.toString() ?? '';
const sound = shapeOf(pageOf());

describe('what is known of a reader', () => {
  it('changes no tag of the page, whatever it says', () => {
    fc.assert(
      fc.property(words, words, (first_name, last_name) => {
        const html = pageOf(plain, aReader({ fields: { first_name, last_name, title: first_name, city: last_name } }));

        expect(shapeOf(html)).toEqual(sound);
        expect(unclosed(html)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('makes no line of a subject into a header', () => {
    const greeted = compileLetter(
      someParts({
        letter: {
          ...aWholeLetter(),
          subject: { de: { formal: [{ kind: 'field', field: 'city', fallback: 'Winterthur' }] } },
        },
      }),
    );

    fc.assert(
      fc.property(words, (city) => {
        const subject = greeted.make(aReader({ fields: { city } }))?.subject ?? '';

        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
        expect(subject.isWellFormed()).toBe(true);
        expect(subject.length).toBeLessThanOrEqual(250);
      }),
    );
  });

  it.each(['http://betrug.example', 'Gewinn: www.betrug.example', 'ruf@betrug.example', 'betrug.example/konto'])(
    'is left out of the greeting when it wants to be a link: %s',
    (first_name) => {
      const { text } = plain.make(aReader({ fields: { first_name, last_name: '' } })) ?? { text: Buffer.of() };

      expect(text.toString()).toContain('\nGuten Tag\n');
      expect(text.toString()).not.toContain('betrug');
    },
  );

  it('stays in its line of the text part', () => {
    fc.assert(
      fc.property(words, (first_name) => {
        const lines = (reader: ReturnType<typeof aReader>) => plain.make(reader)?.text.toString().split('\n') ?? [];
        const [own, sober] = [
          lines(aReader({ fields: { first_name, last_name: 'x' } })),
          lines(aReader({ fields: { first_name: 'Beat', last_name: 'x' } })),
        ];

        expect(own.filter((line) => sober.includes(line)).length).toBeGreaterThanOrEqual(sober.length - 1);
      }),
    );
  });
});

/** Everything that can be written in a letter, with the same words everywhere. */
function letterSaying(said: string): Letter {
  const whole = JSON.stringify(aWholeLetter(), (key, value: unknown) =>
    ['text', 'name'].includes(key) ||
    (['de', 'en'].includes(key) && typeof value === 'string' && !/^(https|019)/.test(value))
      ? said
      : value,
  );
  return letterShape.parse(JSON.parse(whole));
}

describe('what somebody writes into a letter', () => {
  it('changes no tag of the page, whatever it says', () => {
    const lists = shapeOf(pageOf(compileLetter(someParts({ letter: letterSaying('Guten Tag') }))));

    fc.assert(
      fc.property(words, (said) => {
        const html = pageOf(compileLetter(someParts({ letter: letterSaying(said) })));

        expect(shapeOf(html)).toEqual(lists);
      }),
      { numRuns: 30 },
    );
  });

  it('is read as it was written', () => {
    for (const said of ['Kosten < 5 & mehr', '„Wer’s glaubt“ <b>', '{{first_name}}', '2 > 1 "ja"'])
      expect(wordsOf(pageOf(compileLetter(someParts({ letter: letterSaying(said) }))))).toContain(said);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'file:///etc/passwd',
  ])('cannot lead to %s, neither when it is saved nor when it stands in the database all the same', (link) => {
    const letter = aWholeLetter();
    const blocks = letter.blocks.map((block) =>
      block.kind === 'button' ? { ...block, link: { de: link, en: link } } : block,
    );
    const html = pageOf(compileLetter(someParts({ letter: { ...letter, blocks } })));

    expect(letterShape.safeParse({ ...letter, blocks }).success).toBe(false);
    expect(tagsOf(html).flatMap(({ attributes }) => attributes['href'] ?? [])).not.toContain(link);
    expect(html).not.toContain(link.trim());
  });
});

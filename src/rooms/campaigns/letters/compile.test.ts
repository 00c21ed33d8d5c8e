import { describe, expect, it } from 'vitest';
import { outlookView, tagsOf, unclosed, wordsOf } from '../../../testing/html-shape.ts';
import { aReader, aWholeLetter, NAMED, someParts } from '../testing-letter.ts';
import { brandDesign } from '../schema-letter.ts';
import { LONGEST_HTML_BYTES } from '../types.ts';
import { compileLetter } from './compile.ts';

const compiled = compileLetter(someParts());
const made = (reader = aReader()) => {
  const letter = compiled.make(reader);
  if (!letter) throw new Error('There is nothing in it');
  return { ...letter, html: letter.html.toString(), text: letter.text.toString() };
};
const familiar = { fields: { address_form: 'du' } };

const VARIANTS = [
  ['German with Sie', aReader()],
  ['German with du', aReader(familiar)],
  ['English', aReader({ language: 'en' })],
] as const;

describe.each(VARIANTS)('the page of a letter, %s', (_, reader) => {
  const { html } = made(reader);
  const tags = tagsOf(html);

  it('is whole for browsers and for Outlook', () => {
    expect(unclosed(html)).toBeUndefined();
    expect(unclosed(outlookView(html))).toBeUndefined();
  });

  it('is nowhere wider than 600 in Outlook, whose columns do not shrink', () => {
    const widths = tagsOf(outlookView(html)).map(({ attributes }) => Number(attributes['width'] ?? 0) || 0);

    expect(Math.max(...widths)).toBe(600);
    expect([...outlookView(html).matchAll(/[ ;"]width:(\d+)px/g)].every(([, px]) => Number(px) <= 600)).toBe(true);
  });

  it('says its language, and that it knows a dark look', () => {
    const [page] = tags;

    expect(page).toMatchObject({ name: 'html', attributes: { lang: reader.language === 'en' ? 'en' : 'de-CH' } });
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme:dark)');
  });

  it('tells screen readers that its tables are no tables, and what its pictures show', () => {
    const tables = tags.filter(({ name, isEnd }) => name === 'table' && !isEnd);
    const pictures = tags.filter(({ name }) => name === 'img');

    expect(tables.every(({ attributes }) => attributes['role'] === 'presentation')).toBe(true);
    expect(pictures.map(({ attributes }) => attributes['alt'])).toEqual([
      reader.language === 'en' ? 'The test bench in the hall' : 'Der Prüfstand in der Halle',
      'Reto Hüsler',
    ]);
  });

  it('fetches nothing but the pictures of the letter, and runs nothing', () => {
    const fetched = tags.flatMap(({ attributes }) => [attributes['src'], attributes['background']]);

    expect(new Set(fetched.filter((url) => url !== undefined))).toEqual(
      new Set(['https://house.example/api/v1/letter-pictures/1', 'https://house.example/api/v1/letter-pictures/2']),
    );
    expect(html).not.toMatch(/url\(|@import|<script|<link|\son\w+=/);
  });

  it('leads only where links may lead, and nowhere with a name of the reader in the address', () => {
    const links = tags.flatMap(({ name, attributes }) =>
      name === 'a' && attributes['href'] ? [attributes['href']] : [],
    );

    expect(links.length).toBeGreaterThan(4);
    expect(links.every((link) => link.startsWith('https://'))).toBe(true);
    expect(links.slice(-3)).toEqual(Object.values(reader.links));
  });

  it('leaves no place empty and stays below what large providers cut off', () => {
    expect(html).not.toMatch(/w[0-9a-f]{16}[pm]\d|undefined|\[object/);
    expect(Buffer.byteLength(html)).toBeLessThan(LONGEST_HTML_BYTES / 2);
  });
});

describe('words of a letter', () => {
  it('are in the form of the reader where it is written, and in the other one where it is not', () => {
    expect(made(aReader()).text).toContain('Guten Tag Beat Rüegsegger\n\nSie haben im Juni');
    expect(made(aReader(familiar)).text).toContain('Hallo Beat\n\nDu hast im Juni');
    expect(made(aReader(familiar)).text).toContain('Wer es hören will');
  });

  it('are those of the main language for readers whose language is not written', () => {
    const german = compileLetter(
      someParts({ letter: { ...aWholeLetter(), subject: { de: aWholeLetter().subject.de } } }),
    );

    expect(german.make(aReader({ language: 'en' }))).toMatchObject({
      language: 'de',
      subject: 'Technik-Brief: der Prüfstand läuft wieder',
    });
  });

  it('stand in the text part, too, all of them', () => {
    const { text, html } = made();
    const flat = text.replaceAll(/\s+/g, ' ');

    for (const word of wordsOf(html).split(' ')) expect(flat).toContain(word);
  });

  it('leave out blocks that do not speak the language', () => {
    expect(made(aReader({ language: 'en' })).text).not.toContain('Funktionale Sicherheit');
  });

  it('say at the foot since when and until when the reader agreed, in their own form', () => {
    const foot = (reader: Parameters<typeof aReader>[0]) =>
      (made(aReader(reader)).text.split('\n---\n')[1] ?? '').replaceAll('\n', ' ');
    const agreed = { on: '2026-05-03', until: '2027-05-03' };

    expect(foot({ agreed })).toContain(
      'Sie haben am 3. Mai 2026 zugestimmt, bis 3. Mai 2027 zum Thema «Technik-Brief»',
    );
    expect(foot({ ...familiar, agreed: { on: '2026-06-30', until: null } })).toContain(
      'Du hast am 30. Juni 2026 zugestimmt, zum Thema «Technik-Brief»',
    );
    expect(foot({ language: 'en', agreed })).toContain('On 3 May 2026 you agreed to hear from us about');
    expect(foot({})).toContain('Sie haben zugestimmt, zum Thema «Technik-Brief»');
  });

  it('say at the foot why it came, how to leave, who wrote it, and that nobody watches', () => {
    const foot = made().text.split('\n---\n')[1] ?? '';

    expect(foot).toContain('zum Thema «Technik-Brief»');
    expect(foot).toContain('Abbestellen:\nhttps://house.example/api/v1/letters/abc/unsubscribe\n');
    expect(foot).toContain('Kellermatt Antriebe AG, Industriestrasse 4, 5322 Koblenz');
    expect(foot).toContain('Wir messen nicht, ob Sie diese Mail öffnen.');
  });
});

describe('the look of a letter', () => {
  it('follows the brand', () => {
    const brand = brandDesign.parse({
      accent: '#1d3b57',
      headings: 'sans',
      logoPictureId: NAMED.faceId,
      companyName: 'Kellermatt',
    });
    const html = compileLetter(someParts({ brand })).make(aReader())?.html.toString() ?? '';
    const logo = tagsOf(html).find(({ name }) => name === 'img');

    expect(logo?.attributes).toMatchObject({ alt: 'Kellermatt', width: '44' });
    expect(html).toContain('background:#1d3b57');
    expect(html).not.toContain('Georgia');
  });
});

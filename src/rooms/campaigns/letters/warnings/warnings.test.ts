import { describe, expect, it } from 'vitest';
import { aWholeLetter, NAMED, someParts } from '../../testing-letter.ts';
import type { Block, Letter } from '../../schema-letter.ts';
import { letter as letterShape } from '../../schema-letter.ts';
import type { Warning } from '../../schema-writing.ts';
import { line, rich } from '../templates/write.ts';
import { leadsSomewhere, linkWarnings } from './links.ts';
import { thingWarnings } from './things.ts';
import { wordWarnings } from './words.ts';

const TODAY = '2026-11-23';
const heading = (de: string, en?: string): Block =>
  letterShape.shape.blocks.element.parse({
    id: 'sentence',
    kind: 'heading',
    words: { de: { formal: line(de) }, ...(en === undefined ? {} : { en: { formal: line(en) } }) },
  });
const german = (...blocks: Block[]): Letter => ({
  ...aWholeLetter(),
  subject: { de: { formal: line('Technik-Brief') } },
  preheader: {},
  blocks,
});
const codes = (warnings: Warning[]) => warnings.map(({ code }) => code);
const things = (letter: Letter, on = TODAY) => thingWarnings(letter, someParts(), on);
const changed = (id: string, change: object): Letter => {
  const letter = aWholeLetter();
  return letterShape.parse({
    ...letter,
    blocks: letter.blocks.map((block) => (block.id === id ? { ...block, ...change } : block)),
  });
};

describe('warnings about words', () => {
  it('are none about a sound sentence', () => {
    expect(wordWarnings(german(heading('Der Prüfstand läuft wieder')))).toEqual([]);
  });

  it('say that a letter has no subject, or none in a language that has words', () => {
    expect(codes(wordWarnings({ ...german(heading('Ja')), subject: {} }))).toEqual(['no_subject']);
    expect(wordWarnings(german(heading('Ja', 'Yes')))).toEqual([
      expect.objectContaining({ code: 'no_subject', weight: 'look', language: 'en' }),
    ]);
  });

  it('say that a letter has no blocks', () => {
    expect(codes(wordWarnings(german({ id: 'line', kind: 'divider' })))).toEqual(['no_blocks']);
  });

  it('say that a subject is longer than telephones show', () => {
    const letter = { ...german(heading('Ja')), subject: { de: { formal: line('Neues '.repeat(13)) } } };

    expect(wordWarnings(letter)).toEqual([
      expect.objectContaining({ code: 'subject_long', params: { length: 77, most: 70 } }),
    ]);
  });

  it('say that a letter is longer than people read, counting one form', () => {
    const long = (words: number): Block =>
      letterShape.shape.blocks.element.parse({
        id: 'long-text',
        kind: 'text',
        words: { de: { formal: rich('Ja '.repeat(words)), informal: rich('Ja '.repeat(words)) } },
      });

    expect(codes(wordWarnings(german(long(790))))).toEqual([]);
    expect(wordWarnings(german(long(801)))).toEqual([
      expect.objectContaining({ code: 'letter_long', params: { words: 801, most: 800 } }),
    ]);
  });

  it('quote what anybody could have written', () => {
    expect(wordWarnings(german(heading('Eine spannende Herausforderung')))).toEqual([
      expect.objectContaining({
        code: 'stock_phrase',
        weight: 'look',
        blockId: 'sentence',
        params: { phrase: 'spannende Herausforderung' },
      }),
    ]);
  });

  it.each(['JETZT BEWERBEN', 'Endlich!!', 'Das ist NEU IM PROGRAMM hier'])('call shouting what is: %s', (words) => {
    expect(codes(wordWarnings(german(heading(words))))).toEqual(['shouting']);
  });

  it.each(['Der TÜV SÜD war da', 'SAP und CAD', 'Endlich!', 'Die ETH in ZH'])(
    'call no shouting what is a name: %s',
    (words) => {
      expect(codes(wordWarnings(german(heading(words))))).toEqual([]);
    },
  );

  it('stop a gap of a template', () => {
    expect(wordWarnings(german(heading('Am [Tag] um acht')))).toEqual([
      expect.objectContaining({ code: 'placeholder_left', weight: 'stop', params: { words: '[Tag]' } }),
    ]);
  });

  it('find Sie in the middle of a letter with du, and only there', () => {
    const found = (letter: Letter) => wordWarnings(letter).filter(({ code }) => code === 'informal_missing');
    const button = { words: { de: { formal: line('Nehmen Sie Platz') }, en: { formal: line('Take a seat') } } };

    expect(found(aWholeLetter())).toEqual([]);
    expect(found(changed('button', button))).toEqual([
      expect.objectContaining({ weight: 'look', blockId: 'button', language: 'de' }),
    ]);
    expect(found(german(heading('Haben Sie Zeit?')))).toEqual([]);
  });
});

describe('warnings about links', () => {
  it.each([
    'https://kellermatt.example/a?b=1',
    'http://kellermatt.example',
    'mailto:mara@kellermatt.example',
    'mailto:mara@kellermatt.example?subject=Ja',
    'preferences',
    'view',
    'https://xn--mller-kva.example',
  ])('are none about %s', (link) => expect(leadsSomewhere(link)).toBe(true));

  it.each([
    'https://localhost/x',
    'http://intranet/x',
    'https://wiki.intern.lan',
    'http://192.168.1.4/x',
    'https://10.0.0.1',
    'https://mara:geheim@kellermatt.example',
    'mailto:mara',
    'javascript:alert(1)',
    'https://',
    'ftp://kellermatt.example',
  ])('stop %s', (link) => expect(leadsSomewhere(link)).toBe(false));

  it('stop a button that leads nowhere, in the language in which it does', () => {
    expect(linkWarnings(changed('button', { link: { de: 'https://kellermatt.example' } }))).toEqual([
      expect.objectContaining({ code: 'broken_link', weight: 'stop', blockId: 'button', language: 'en' }),
    ]);
  });

  it('look into sentences and behind pictures, too', () => {
    const text = {
      de: { formal: [{ kind: 'paragraph', runs: [{ kind: 'words', text: 'hier', link: 'http://intranet/x' }] }] },
    };

    expect(linkWarnings(changed('opening', { words: text })).map(({ params }) => params)).toEqual([
      { link: 'http://intranet/x' },
    ]);
    expect(codes(linkWarnings(changed('picture', { link: 'https://localhost/' })))).toEqual(['broken_link']);
    expect(linkWarnings(aWholeLetter())).toEqual([]);
  });
});

describe('warnings about what blocks name', () => {
  it('say which block is missing in which language', () => {
    expect(things(aWholeLetter())).toEqual([
      expect.objectContaining({ code: 'missing_translation', blockId: 'event', language: 'en' }),
    ]);
  });

  it('stop a picture that is not there, and one that says nothing to who does not see it', () => {
    expect(codes(things(changed('picture', { pictureId: null })))).toContain('picture_missing');
    expect(codes(things(changed('person', { pictureId: NAMED.articleDe })))).toContain('picture_missing');
    expect(things(changed('picture', { alt: { de: 'Der Prüfstand' } }))[0]).toMatchObject({
      code: 'picture_without_text',
      weight: 'stop',
      language: 'en',
    });
    expect(codes(things(changed('picture', { alt: {}, isDecoration: true })))).toEqual(['missing_translation']);
  });

  it('stop what is gone from the library, over, or not to be told yet', () => {
    expect(things(changed('article', { contentId: { de: NAMED.faceId, en: NAMED.articleEn } }))[0]).toMatchObject({
      code: 'content_gone',
      language: 'de',
    });
    expect(things(aWholeLetter(), '2026-12-04').map(({ code, params }) => [code, params['title']])).toContainEqual([
      'content_over',
      'Funktionale Sicherheit für Antriebe',
    ]);

    const parts = someParts();
    const contents = new Map(parts.contents);
    contents.set(NAMED.articleDe, {
      kind: 'article',
      title: 'Später',
      summary: '',
      link: null,
      onDate: '2026-12-24',
      usableUntil: null,
    });
    expect(codes(thingWarnings(aWholeLetter(), { ...parts, contents }, TODAY))).toContain('content_early');
  });
});

import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, Paragraph, RichText, Run } from '../../schema-letter.ts';
import { line as lineSchema, richText } from '../../schema-letter.ts';
import { MERGE_FIELDS } from '../../types.ts';
import { lineExtensions, richExtensions } from './rich/extensions.ts';
import { type DocNode, docOf, docOfLine, lineOfDoc, textOfDoc } from './rich-text.ts';

const words = fc.string({ minLength: 1, maxLength: 30 });
const mark = fc.option(fc.constant(true), { nil: undefined });
const link = fc.option(fc.constantFrom('https://example.com/a', 'mailto:a@b.example', 'preferences', 'view'), {
  nil: undefined,
});
const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const aField: fc.Arbitrary<Run> = fc.record({
  kind: fc.constant('field' as const),
  field: fc.constantFrom(...MERGE_FIELDS),
  fallback: fc.string({ maxLength: 20 }),
});
const aRun: fc.Arbitrary<Run> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ kind: fc.constant('words' as const), text: words, bold: mark, italic: mark, link })
      .map(without),
  },
  aField,
  fc.constant({ kind: 'break' as const }),
);
const runs = fc.array(aRun, { maxLength: 8 });
const aParagraph: fc.Arbitrary<Paragraph> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({
    kind: fc.constantFrom('bullets' as const, 'numbers' as const),
    items: fc.array(runs, { minLength: 1, maxLength: 4 }),
  }),
);
const aText: fc.Arbitrary<RichText> = fc.array(aParagraph, { minLength: 1, maxLength: 6 });
const aLine: fc.Arbitrary<Line> = fc.array(
  fc.oneof(fc.record({ kind: fc.constant('words' as const), text: words }), aField),
  { maxLength: 8 },
) as fc.Arbitrary<Line>;

/** The editor makes one piece of neighbours that look alike. */
function alikeJoined(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isAlike = run.kind === 'words' && last?.kind === 'words' && looks(run) === looks(last);
    if (isAlike) joined.splice(-1, 1, { ...last, text: last.text + run.text });
    else joined.push(run);
  }
  return joined;
}
const looks = ({ bold, italic, link }: Extract<Run, { kind: 'words' }>) => JSON.stringify([bold, italic, link]);
const paragraphJoined = (part: Paragraph): Paragraph =>
  part.kind === 'paragraph'
    ? { ...part, runs: alikeJoined(part.runs) }
    : { ...part, items: part.items.map(alikeJoined) };

describe('rich text in the editor', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(textOfDoc(docOf(text))).toEqual(text);
      }),
    );
  });

  it('is a document that the editor takes as it is', () => {
    const [rich, line] = [getSchema(richExtensions(() => '')), getSchema(lineExtensions(() => ''))];

    fc.assert(
      fc.property(aText, aLine, (text, oneLine) => {
        const shown = rich.nodeFromJSON(docOf(text));
        const shownLine = line.nodeFromJSON(docOfLine(oneLine));
        shown.check();
        shownLine.check();

        expect(textOfDoc(shown.toJSON())).toEqual(text.map(paragraphJoined));
        expect(lineOfDoc(shownLine.toJSON())).toEqual(alikeJoined(oneLine));
      }),
    );
  });

  it('needs no list without an item', () => {
    expect(docOf([{ kind: 'bullets', items: [] }])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });

  it('comes back as it was: a line', () => {
    fc.assert(
      fc.property(aLine, (line) => {
        expect(lineOfDoc(docOfLine(line))).toEqual(line);
      }),
    );
  });

  it('can be saved, whatever stands in the editor', () => {
    const anything: fc.Arbitrary<DocNode> = fc.letrec<{ node: DocNode }>((tie) => ({
      node: fc.record({
        type: fc.constantFrom(
          'text',
          'paragraph',
          'bulletList',
          'listItem',
          'hardBreak',
          'mergeField',
          'table',
          undefined,
        ),
        text: fc.option(words, { nil: undefined }),
        attrs: fc.constantFrom<Record<string, unknown>[]>({ field: 'password' }, { field: 'city', fallback: 7 }, {}),
        marks: fc.constantFrom(
          [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
          [{ type: 'bold' }],
          undefined,
        ),
        content: fc.option(fc.array(tie('node'), { maxLength: 3 }), { nil: undefined, depthSize: 'small' }),
      }),
    })).node;

    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (content) => {
        expect(richText.safeParse(textOfDoc({ type: 'doc', content })).success).toBe(true);
        expect(lineSchema.safeParse(lineOfDoc({ type: 'doc', content })).success).toBe(true);
      }),
    );
  });

  it('loses a link that leads nowhere good, and keeps its words', () => {
    const doc = {
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'hier', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
        },
      ],
    };

    expect(textOfDoc(doc)).toEqual([{ kind: 'paragraph', runs: [{ kind: 'words', text: 'hier' }] }]);
  });

  it('splits what is longer than a run may be and loses nothing', () => {
    const text = 'x'.repeat(9001);
    const [part] = textOfDoc({ content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

    expect(part?.kind === 'paragraph' && part.runs.map((run) => (run.kind === 'words' ? run.text : '')).join('')).toBe(
      text,
    );
    expect(richText.safeParse([part]).success).toBe(true);
  });

  it('makes one list of a list in a list', () => {
    const item = (text: string, ...inner: DocNode[]): DocNode => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }, ...inner],
    });
    const doc = {
      content: [{ type: 'bulletList', content: [item('a', { type: 'bulletList', content: [item('b')] })] }],
    };

    expect(textOfDoc(doc)).toEqual([
      { kind: 'bullets', items: [[{ kind: 'words', text: 'a' }], [{ kind: 'words', text: 'b' }]] },
    ]);
  });
});

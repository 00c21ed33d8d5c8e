import { oneLine } from '../words/clean.ts';
import type { Piece } from '../words/pieces.ts';
import { fixed } from '../words/pieces.ts';
import type { ReadyBlock, ReadyParagraph, ReadyRuns } from '../words/ready.ts';
import type { FootWords, Frame } from '../look/page.ts';
import type { Indent } from './wrap.ts';
import { LINE_LENGTH, wrap } from './wrap.ts';

/** Some lines of a text: wrapped when the words are known. */
export interface Passage {
  pieces: Piece[];
  indent?: Indent;
  /** A sign that is drawn below, as long as the words. */
  under?: string;
  /** Empty lines that follow. */
  gap: number;
}

export interface TextParts {
  head: Passage[];
  blocks: Passage[][];
  tail: Passage[];
}

/** @param valueOf what stands in a place */
export function passageText({ pieces, indent, under, gap }: Passage, valueOf: (piece: Piece) => string): string {
  const words = pieces.map((piece) => (piece === BREAK ? '\n' : oneLine(valueOf(piece)))).join('');
  const wrapped = wrap(words, indent);
  const line = under === undefined ? '' : `\n${under.repeat(Math.min(LINE_LENGTH, Math.max(3, words.trim().length)))}`;
  return `${wrapped}${line}\n${'\n'.repeat(gap)}`;
}

/** The letter for who reads no HTML: nothing is missing in it. */
export const textParts = (blocks: readonly ReadyBlock[], frame: Frame): TextParts => ({
  head: [
    said(frame.about === '' ? frame.company : `${frame.company} · ${frame.about}`, 1),
    ...(frame.preheader === '' ? [] : [said(frame.preheader, 1)]),
  ],
  blocks: blocks.map((block, i) => [
    ...(block.eyebrow === '' ? [] : [said(`[${block.eyebrow}]`, 0)]),
    ...blockText(block, i),
  ]),
  tail: frame.foot ? footText(frame.foot) : [],
});

const BREAK: Piece = { kind: 'static', words: '\n' };

const said = (words: string, gap: number): Passage => ({ pieces: [fixed(words)], gap });

type Of<K extends ReadyBlock['kind']> = Extract<ReadyBlock, { kind: K }>;
type Tellers = { [K in ReadyBlock['kind']]: (block: Of<K>, at: number) => Passage[] };

const TELLERS: Tellers = {
  heading: ({ words }, at) => [{ pieces: words, under: at === 0 ? '=' : '-', gap: 1 }],
  text: ({ words }) => richText(words),
  picture: ({ alt, link }) => (alt === '' ? [] : [{ pieces: [fixed(`[${alt}]`), ...bracketed(link)], gap: 1 }]),
  button: ({ action }) => [wayOn(action)],
  item: ({ title, facts, words, action }) => [
    { pieces: title, under: '-', gap: 0 },
    ...(facts === '' ? [] : [said(facts, 0)]),
    ...richText(words),
    ...(action ? [wayOn(action)] : []),
  ],
  person: ({ name, role, words }) => [said(role === '' ? `${name}:` : `${name}, ${role}:`, 0), ...richText(words)],
  divider: () => [said('* * *', 1)],
};

const blockText = <K extends ReadyBlock['kind']>(block: { [P in K]: Of<P> }[K], at: number) =>
  TELLERS[block.kind](block, at);

const bracketed = (link: Piece | undefined): Piece[] => (link ? [fixed(' <'), link, fixed('>')] : []);

const wayOn = ({ words, link }: { words: Piece[]; link: Piece }): Passage => ({
  pieces: [...words, fixed(':'), BREAK, link],
  gap: 1,
});

const richText = (words: readonly ReadyParagraph[]): Passage[] =>
  words.flatMap((part): Passage[] => {
    if (part.kind === 'paragraph') return [{ pieces: runsText(part.runs), gap: 1 }];
    return part.items.map((runs, i) => ({
      pieces: runsText(runs),
      indent: indentOf(part.kind === 'bullets' ? '- ' : `${i + 1}. `),
      gap: i === part.items.length - 1 ? 1 : 0,
    }));
  });

const indentOf = (first: string): Indent => ({ first, rest: ' '.repeat(first.length) });

const runsText = (runs: ReadyRuns): Piece[] =>
  runs.flatMap((run) => (run === 'break' ? [BREAK] : [...run.pieces, ...bracketed(run.link)]));

function footText({ whyTitle, why, links, lines }: FootWords): Passage[] {
  return [
    said('---', 0),
    { pieces: [fixed(`${whyTitle} `), why], gap: 1 },
    ...links.map(({ words, link }): Passage => ({ pieces: [fixed(`${words}:`), BREAK, link], gap: 0 })),
    said('', 0),
    ...lines.map((line) => said(line, 0)),
  ];
}

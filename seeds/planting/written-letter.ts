import type { Letter, Line, Paragraph, Run } from '#rooms/campaigns/schema-letter.ts';
import { letter, line, run } from '#rooms/campaigns/schema-letter.ts';
import type { SampleBlock, SampleLetter } from '../words/letters.ts';

/** The words of the sample as the editor would save them. */
export const letterOf = ({ subject, preheader, blocks }: SampleLetter): Letter =>
  letter.parse({
    subject: { de: { formal: lineOf(subject.de) }, en: { formal: lineOf(subject.en) } },
    preheader,
    blocks: blocks.map(blockOf),
    onlyWithOwnBlock: false,
  });

function blockOf({ id, kind, rule, eyebrow, de, en }: SampleBlock): unknown {
  const written = kind === 'heading' ? lineOf : paragraphsOf;
  const german = { formal: written(de.sie), ...(de.du === undefined ? {} : { informal: written(de.du) }) };
  return { id, kind, rule, eyebrow, words: { de: german, en: { formal: written(en) } } };
}

const lineOf = (words: string): Line => line.parse(partsOf(words));

const paragraphsOf = (text: string): Paragraph[] =>
  text.split('\n\n').map((paragraph) => ({ kind: 'paragraph', runs: runsOf(paragraph) }));

const runsOf = (paragraph: string): Run[] =>
  paragraph
    .split('\n')
    .flatMap((words, i): Run[] => [...(i === 0 ? [] : [{ kind: 'break' as const }]), ...partsOf(words)]);

/** `{greeting}` becomes a place for the reader's own. */
const partsOf = (words: string): Run[] =>
  words
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      run.parse(/^\{\w+\}$/.test(part) ? { kind: 'field', field: part.slice(1, -1) } : { kind: 'words', text: part }),
    );

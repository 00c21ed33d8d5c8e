/* oxlint-disable react/no-array-index-key -- pieces of a sentence have nothing else that tells them apart */
import type { Line, RichText, Run } from '../../schema-letter.ts';
import fields from './fields.module.css';
import { useFieldWords } from './use-field-words.ts';

/** Rich text as the letter shows it, with each reader's own words as chips. */
export function RichWords({ text }: { text: RichText }) {
  return text.map((part, i) => {
    if (part.kind === 'paragraph')
      return (
        <p key={i}>
          <Runs runs={part.runs} />
        </p>
      );
    const List = part.kind === 'bullets' ? 'ul' : 'ol';
    return (
      <List key={i}>
        {part.items.map((runs, at) => (
          <li key={at}>
            <p>
              <Runs runs={runs} />
            </p>
          </li>
        ))}
      </List>
    );
  });
}

export const LineWords = ({ line }: { line: Line }) => (
  <p>
    <Runs runs={line} />
  </p>
);

function Runs({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return <br />;
  return runs.map((run, i) => <Piece key={i} run={run} />);
}

function Piece({ run }: { run: Run }) {
  const wordOf = useFieldWords();
  if (run.kind === 'break') return <br />;
  if (run.kind === 'field') return <span className={fields.chip}>{wordOf(run)}</span>;
  const inner = run.italic ? <em>{run.text}</em> : run.text;
  const words = run.bold ? <strong>{inner}</strong> : inner;
  // Not a link here: pressing it means to write in it.
  return run.link === undefined ? words : <span className={fields.linked}>{words}</span>;
}

import type { Line, Paragraph, RichText, Run } from '../../schema-letter.ts';
import { letterLink } from '../../schema-letter.ts';
import type { MergeField } from '../../types.ts';
import { MERGE_FIELDS } from '../../types.ts';

/** A document as the text editor holds it. Only its JSON is read, never HTML. */
export interface DocNode {
  type?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
  content?: DocNode[] | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  text?: string | undefined;
}

/** Of one run; the editor joins pieces that look alike, whatever their length. */
const LONGEST_RUN = 4000;

/** The editor knows no list without an item and no document without a paragraph. */
export function docOf(text: RichText): DocNode {
  const parts = text.filter((part) => part.kind === 'paragraph' || part.items.length > 0).map(nodeOfParagraph);
  return { type: 'doc', content: parts.length === 0 ? [{ type: 'paragraph' }] : parts };
}

function nodeOfParagraph(part: Paragraph): DocNode {
  if (part.kind === 'paragraph') return paragraphNode(part.runs);
  const items = part.items.map((runs) => ({ type: 'listItem', content: [paragraphNode(runs)] }));
  return { type: part.kind === 'bullets' ? 'bulletList' : 'orderedList', content: items };
}

const paragraphNode = (runs: readonly Run[]): DocNode =>
  runs.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: runs.map(nodeOfRun) };

function nodeOfRun(run: Run): DocNode {
  if (run.kind === 'break') return { type: 'hardBreak' };
  if (run.kind === 'field') return { type: 'mergeField', attrs: { field: run.field, fallback: run.fallback } };
  const marks = [
    ...(run.link === undefined ? [] : [{ type: 'link', attrs: { href: run.link } }]),
    ...(run.bold ? [{ type: 'bold' }] : []),
    ...(run.italic ? [{ type: 'italic' }] : []),
  ];
  return { type: 'text', text: run.text, ...(marks.length > 0 ? { marks } : {}) };
}

/** What stands in the editor as rich text of ours; what we do not know is left out, its words stay. */
export const textOfDoc = (doc: DocNode): RichText => (doc.content ?? []).flatMap(paragraphsOf);

function paragraphsOf(node: DocNode): Paragraph[] {
  const { type, content = [] } = node;
  if (isList(node)) return [{ kind: type === 'bulletList' ? 'bullets' : 'numbers', items: itemsOf(node) }];
  if (isInline(node)) return [{ kind: 'paragraph', runs: runOf(node) }];
  if (type === 'paragraph' || content.some(isInline)) return [{ kind: 'paragraph', runs: content.flatMap(runOf) }];
  return content.flatMap(paragraphsOf);
}

/** A list inside a list becomes part of the outer one: letters have lists of one level. */
function itemsOf(list: DocNode): Run[][] {
  return (list.content ?? []).flatMap((item) => {
    const inner = (item.content ?? []).filter(isList).flatMap(itemsOf);
    const own = (item.content ?? []).filter((node) => !isList(node)).flatMap(paragraphsOf);
    return [joined(own), ...inner];
  });
}

const isList = ({ type }: DocNode) => type === 'bulletList' || type === 'orderedList';
const isInline = ({ type }: DocNode) => type === 'text' || type === 'hardBreak' || type === 'mergeField';

const joined = (parts: readonly Paragraph[]): Run[] =>
  parts.flatMap((part, i) => [
    ...(i > 0 ? [{ kind: 'break' as const }] : []),
    ...(part.kind === 'paragraph' ? part.runs : part.items.flat()),
  ]);

function runOf(node: DocNode): Run[] {
  if (node.type === 'hardBreak') return [{ kind: 'break' }];
  if (node.type === 'mergeField') return fieldOf(node);
  const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false;
  const link = letterLink.safeParse(node.marks?.find(({ type }) => type === 'link')?.attrs?.href).data;
  return piecesOf(node.text ?? '').map((text) => ({
    kind: 'words',
    text,
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italic: true } : {}),
    ...(link === undefined ? {} : { link }),
  }));
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += LONGEST_RUN) pieces.push(text.slice(at, at + LONGEST_RUN));
  return pieces;
}

function fieldOf({ attrs }: DocNode): Extract<Run, { kind: 'field' }>[] {
  const field = MERGE_FIELDS.find((one: MergeField) => one === attrs?.field);
  if (!field) return [];
  const fallback = typeof attrs?.fallback === 'string' ? attrs.fallback.slice(0, 120) : '';
  return [{ kind: 'field', field, fallback }];
}

export const docOfLine = (line: Line): DocNode => ({ type: 'doc', content: [paragraphNode(line)] });

/** A line has no formatting; what was on several lines stands behind each other. */
export function lineOfDoc(doc: DocNode): Line {
  const runs = joined(textOfDoc(doc));
  return runs.map((run) =>
    run.kind === 'break'
      ? { kind: 'words', text: ' ' }
      : run.kind === 'words'
        ? { kind: 'words', text: run.text }
        : run,
  );
}

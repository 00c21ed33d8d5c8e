import type { SyntaxNode } from './walk.ts';
import { HOLE, templateText, textOf, walk } from './walk.ts';

export interface TableWrite {
  /** Undefined when the table is a variable, so that nobody can see which it is. */
  table: string | undefined;
  /** How the program says it. */
  words: string;
}

const BUILDERS = new Set(['insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto']);

/** `name`, `"name"`, `public.name`, or a hole. */
const NAME = `(?:only\\s+)?(?:public\\.)?"?([a-z_][a-z0-9_]*|${HOLE})"?`;
const SQL_WRITES = [
  `insert\\s+into\\s+${NAME}`,
  `update\\s+${NAME}(?:\\s+(?:as\\s+)?[a-z_]+)?\\s+set\\b`,
  `delete\\s+from\\s+${NAME}`,
  `merge\\s+into\\s+${NAME}`,
  `truncate\\s+(?:table\\s+)?${NAME}`,
  `copy\\s+${NAME}(?:\\s*\\([^)]*\\))?\\s+from\\b`,
].map((pattern) => new RegExp(`\\b${pattern}`, 'gi'));

/** Every place that writes into a table: by the query builder, or as SQL in a string. */
export function tableWritesIn(program: SyntaxNode): TableWrite[] {
  const writes: TableWrite[] = [];
  walk(program, (node) => {
    if (node.type === 'CallExpression') writes.push(...builderWrites(node));
    if (node.type === 'TemplateLiteral') writes.push(...sqlWrites(templateText(node)));
    if (node.type === 'Literal' && typeof node.value === 'string') writes.push(...sqlWrites(node.value));
  });
  return writes;
}

function builderWrites(node: SyntaxNode): TableWrite[] {
  const callee = node.callee as SyntaxNode;
  const name = callee.type === 'MemberExpression' ? (callee.property as SyntaxNode).name : undefined;
  if (typeof name !== 'string' || !BUILDERS.has(name)) return [];
  const first = (node.arguments as SyntaxNode[])[0];
  const named = first?.type === 'ArrayExpression' ? (first.elements as SyntaxNode[]) : [first];
  // 'talents as t' is the table talents.
  return named.map((argument) => ({ table: textOf(argument)?.split(' ')[0], words: name }));
}

function sqlWrites(text: string): TableWrite[] {
  return SQL_WRITES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([words, table]) => ({
      table: table === HOLE ? undefined : table?.toLowerCase(),
      words: words.replaceAll(HOLE, '…').replaceAll(/\s+/g, ' '),
    })),
  );
}

const READERS = new Set(['selectFrom', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'useMessages']);

/**
 * All plain words in strings, except the tables that a query only reads. A room that writes by a variable can only mean a table that stands
 * somewhere as such a word.
 */
export function wordsIn(program: SyntaxNode): string[] {
  const read = new Set<unknown>();
  const words = new Set<string>();
  walk(program, (node) => {
    if (isReading(node)) for (const argument of node.arguments as SyntaxNode[]) read.add(argument);
    if (node.type === 'Literal' && typeof node.value === 'string' && !read.has(node)) words.add(node.value);
  });
  return [...words];
}

function isReading(node: SyntaxNode): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = node.callee as SyntaxNode;
  const name = callee.type === 'MemberExpression' ? (callee.property as SyntaxNode).name : callee.name;
  return typeof name === 'string' && READERS.has(name);
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import type { TableWrite } from './table-writes.ts';
import { tableWritesIn, wordsIn } from './table-writes.ts';
import type { SyntaxNode } from './walk.ts';
import { textOf, walk } from './walk.ts';

export interface Use {
  /** As written. */
  specifier: string;
  /** The file it leads to, relative to the root; undefined for a package. */
  target: string | undefined;
  /** `type` is gone when the program runs. */
  kind: 'value' | 'type';
}

export interface Module {
  /** Relative to the root, with `/`. */
  file: string;
  uses: Use[];
  writes: TableWrite[];
  /** Plain words in strings; see `wordsIn`. */
  words: string[];
}

export interface ReadModules {
  modules: Module[];
  /** Source files that could not be read, and uses that lead nowhere: a check that did not see everything must not pass. */
  problems: { file: string; says: string }[];
  sourceFiles: number;
}

/** Reads every source file below `src` with a real parser. */
export function readModules(root: string): ReadModules {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.endsWith('.d.ts'))
    .sort();
  const problems: ReadModules['problems'] = [];
  const modules: Module[] = [];
  for (const file of files) {
    const parsed = parseSync(file, readFileSync(path.join(root, file), 'utf8'));
    if (parsed.errors.length > 0) {
      problems.push({ file, says: `cannot be parsed: ${parsed.errors[0]?.message ?? ''}` });
      continue;
    }
    const uses = usesIn(parsed.program as unknown as SyntaxNode).flatMap((use) => resolveUse(root, file, use));
    const nowhere = new Set(uses.filter(({ target }) => target === '').map(({ specifier }) => specifier));
    problems.push(...[...nowhere].map((specifier) => ({ file, says: `uses "${specifier}", which leads nowhere` })));
    modules.push({
      file,
      uses: uses.filter(({ target }) => target !== ''),
      writes: tableWritesIn(parsed.program as unknown as SyntaxNode),
      words: wordsIn(parsed.program as unknown as SyntaxNode),
    });
  }
  return { modules, problems, sourceFiles: files.length };
}

type RawUse = Pick<Use, 'specifier' | 'kind'> & { isPattern?: true };

function usesIn(program: SyntaxNode): RawUse[] {
  const uses: RawUse[] = [];
  walk(program, (node) => {
    uses.push(...(READERS[node.type]?.(node) ?? []));
  });
  return uses;
}

type Reader = (node: SyntaxNode) => RawUse[];

const READERS: Record<string, Reader> = {
  ImportDeclaration: (node) => namedBy(node.source, isTypeOnly(node) ? 'type' : 'value'),
  ExportNamedDeclaration: (node) => namedBy(node.source, isTypeOnly(node) ? 'type' : 'value'),
  ExportAllDeclaration: (node) => namedBy(node.source, isTypeOnly(node) ? 'type' : 'value'),
  ImportExpression: (node) => namedBy(node.source, 'value'),
  TSImportType: (node) => namedBy(node.source ?? node.argument, 'type'),
  CallExpression: globIn,
  NewExpression: programIn,
};

function namedBy(source: unknown, kind: Use['kind']): RawUse[] {
  const specifier = textOf(source);
  return specifier === undefined ? [] : [{ specifier, kind }];
}

/** `new URL('./x.ts', import.meta.url)`: how a worker thread or another process is started with a file of ours. */
function programIn(node: SyntaxNode): RawUse[] {
  const specifier = textOf((node.arguments as unknown[])[0]);
  return (node.callee as SyntaxNode).name === 'URL' && specifier && /^\..*\.tsx?$/.test(specifier)
    ? [{ specifier, kind: 'value' }]
    : [];
}

/** `import type …`, and `import { type A, type B } …`, of which nothing is left either. */
function isTypeOnly(node: SyntaxNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = Array.isArray(node.specifiers) ? (node.specifiers as SyntaxNode[]) : [];
  return (
    specifiers.length > 0 &&
    specifiers.every(({ importKind, exportKind }) => importKind === 'type' || exportKind === 'type')
  );
}

/** `import.meta.glob(…)`: the bundler imports every file that fits. */
function globIn(node: SyntaxNode): RawUse[] {
  const callee = node.callee as SyntaxNode | undefined;
  const isGlob =
    callee?.type === 'MemberExpression' &&
    (callee.object as SyntaxNode).type === 'MetaProperty' &&
    (callee.property as SyntaxNode).name === 'glob';
  if (!isGlob) return [];
  const first = (node.arguments as SyntaxNode[])[0];
  const patterns = first?.type === 'ArrayExpression' ? (first.elements as SyntaxNode[]) : [first];
  return patterns
    .map(textOf)
    .filter((pattern) => pattern !== undefined)
    .map((specifier) => ({ specifier, kind: 'value', isPattern: true }));
}

const ALIASES: [string, string][] = [
  ['#ground/', 'src/ground/'],
  ['#rooms/', 'src/rooms/'],
  ['#web/', 'src/web/'],
  ['#migrations/', 'migrations/'],
  ['#seeds/', 'seeds/'],
];

/** A target of '' means: nothing there. */
function resolveUse(root: string, file: string, { specifier, kind, isPattern }: RawUse): Use[] {
  const inside = insideHouse(file, specifier);
  if (inside === undefined) return [{ specifier, kind, target: specifier.startsWith('#') ? '' : undefined }];
  if (isPattern)
    return globSync(inside, { cwd: root }).map((target) => ({
      specifier,
      kind,
      target: target.split(path.sep).join('/'),
    }));
  // `?raw`, `?url`: wishes to the bundler.
  const target = inside.replace(/\?.*$/, '');
  return [{ specifier, kind, target: existsSync(path.join(root, target)) ? target : '' }];
}

function insideHouse(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  const alias = ALIASES.find(([name]) => specifier.startsWith(name));
  return alias && specifier.replace(alias[0], alias[1]);
}

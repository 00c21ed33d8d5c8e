// Guards the weight of the first page: the scripts that it loads before anything is clicked, compressed, must stay below the limit.
// Run after `npm run build`. The browser tests weigh the same once more, in a real browser.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { closingLine } from './testing/counts.ts';

const LIMIT_BYTES = 200_000;

const pages = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/web');
const page = path.join(pages, 'index.html');
if (!existsSync(page)) {
  process.stderr.write('There is no dist/web/index.html: run "npm run build" first.\n');
  process.exit(1);
}

const sizes = [...scriptsOf(page)].map((file) => ({
  file: path.relative(pages, file),
  bytes: gzipSync(readFileSync(file)).length,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { file, bytes } of sizes.toSorted((a, b) => b.bytes - a.bytes))
  process.stdout.write(`${kilobytes(bytes)}  ${file}\n`);
const isFine = sizes.length > 0 && total < LIMIT_BYTES;
process.stdout.write(
  `${kilobytes(total)}  of ${LIMIT_BYTES / 1000} kB for the first page\n${closingLine({ passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 })}\n`,
);
process.exitCode = isFine ? 0 : 1;

/** The scripts and preloads that the page names, and everything that these import at once. */
function scriptsOf(html: string): Set<string> {
  const named = [...readFileSync(html, 'utf8').matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) =>
    path.join(pages, file ?? ''),
  );
  const seen = new Set<string>(named);
  for (const file of seen) for (const imported of importsOf(file)) seen.add(imported);
  return seen;
}

function importsOf(file: string): string[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.resolve(path.dirname(file), specifier));
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}

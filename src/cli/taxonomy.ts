import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { invalid } from '#ground/errors/app-error.ts';
import { importEsco } from '#rooms/matching/index.ts';
import type { Command } from './command.ts';
import { inHouse } from './command.ts';

const VERSION = /v?(\d+\.\d+(?:\.\d+)?)/u;

export const taxonomyCommand: Command = {
  name: 'taxonomy',
  usage: 'taxonomy import FOLDER [--version 1.2.0]',
  summary: 'Adds ESCO, as downloaded from the European Commission, to our own directory of occupations and skills.',
  details:
    'FOLDER holds the unpacked CSV files of the download, in any languages. The version is read from the name of the folder, or given. A directory with cycles, duplicates or a wrong encoding is refused, and nothing changes. Running servers use it after their next start.',
  options: { version: { type: 'string' } },
  positionals: 2,
  run: async ({ positionals, values, isJson }) => {
    const [act, folder = ''] = positionals;
    if (act !== 'import') {
      process.stderr.write('Usage: wiedersehen taxonomy import FOLDER\n');
      return 2;
    }
    const version = String(values.version ?? VERSION.exec(path.basename(path.resolve(folder)))?.[1] ?? 'unknown');
    const files = filesIn(folder);
    return inHouse(async (house) => {
      const imported = await importEsco(await house.systemCtx(), version, files);
      process.stdout.write(
        isJson
          ? `${JSON.stringify(imported)}\n`
          : `ESCO ${imported.version}: with our own directory ${imported.concepts} occupations and skills with ${imported.labels} labels.\n`,
      );
      return 0;
    });
  },
};

/** @throws AppError matching.directory_absent */
function filesIn(folder: string) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw invalid('matching.directory_absent', { folder });
  return readdirSync(folder)
    .filter((name) => /\.(csv|tsv)$/u.test(name))
    .map((name) => ({ name, content: readFileSync(path.join(folder, name)) }));
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { invalid } from '#ground/errors/app-error.ts';
import { finish, newDraft } from './builder.ts';
import { joinSameConcepts } from './join.ts';
import { isEscoCompact, readEscoCompact } from './read-esco-compact.ts';
import { isEscoCsv, readEscoCsv } from './read-esco-csv.ts';
import { OWN_DATA, readOwn } from './read-own.ts';
import type { Directory } from './types.ts';

/** Which directory serves: our own, ESCO as the operator imported it, or both with the same concepts joined. */
export type DirectoryChoice = 'own' | 'esco' | 'both';

export interface DirectoryFolders {
  own?: string;
  /** Folder of the ESCO download, official or compact. */
  esco?: string;
}

/**
 * @throws AppError matching.directory_absent, matching.directory_encoding, matching.directory_columns, matching.directory_quote,
 * matching.directory_duplicate, matching.directory_unknown_concept, matching.directory_cycle, matching.directory_empty
 */
export function loadDirectory(choice: DirectoryChoice, { own = OWN_DATA, esco }: DirectoryFolders = {}): Directory {
  const draft = newDraft();
  if (choice !== 'own') readEsco(draft, esco);
  const first = draft.concepts.length;
  if (choice !== 'esco') readOwn(draft, own);
  return finish(choice === 'both' ? joinSameConcepts(draft, first) : draft);
}

function readEsco(draft: ReturnType<typeof newDraft>, folder: string | undefined): void {
  const name = folder === undefined ? 'ESCO' : path.basename(folder);
  if (folder === undefined || !existsSync(folder)) throw invalid('matching.directory_absent', { folder: name });
  if (isEscoCompact(folder)) readEscoCompact(draft, folder);
  else if (isEscoCsv(folder)) readEscoCsv(draft, folder);
  else throw invalid('matching.directory_absent', { folder: name });
}

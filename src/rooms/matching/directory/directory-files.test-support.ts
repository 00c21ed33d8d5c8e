import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Writes files into a new folder and gives its path. For tests of reading directories. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'directory-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

export const OCCUPATION_HEADER = 'id\tisco\tde\tde_m\tde_f\tde_alt\tch\tat\ten\ten_alt\tfr\tit\tbroader';
export const SKILL_HEADER = 'id\tkind\tde\tde_alt\ten\ten_alt\tbroader\tcontext';
export const RELATION_HEADER = 'occupation\tessential\toptional';

/** A small directory: two occupations, three skills. */
export const SMALL = {
  'a/occupations-x.tsv': [
    OCCUPATION_HEADER,
    'baker\t7512\tBäcker/in\tBäcker\tBäckerin\tBackhandwerker\tBäcker-Konditor EFZ\t\tBaker\tbread baker\tboulanger\tpanettiere\t',
    'data-engineer\t2511\tDateningenieur/in\tDateningenieur\tDateningenieurin\tData Engineer\t\t\tData engineer\t\t\t\t',
  ].join('\n'),
  'b/skills-x.tsv': [
    SKILL_HEADER,
    'databases\tknowledge\tDatenbanken\t\tDatabases\t\t\t',
    'sql\ttool\tSQL\t\tSQL\t\tdatabases\t',
    'baking\tskill\tBacken\tBrot backen\tBaking\t\t\t',
  ].join('\n'),
  'b/relations-x.tsv': [RELATION_HEADER, 'baker\tbaking\t', 'data-engineer\tdatabases|sql\t'].join('\n'),
};

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import { folderWith } from '#rooms/matching/testing.ts';

let database: TestDatabase;
let dataDir = '';
beforeAll(async () => {
  database = await testDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), 'wiedersehen-taxonomy-'));
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const OCCUPATIONS = 'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,description';
const SKILLS = 'conceptType,conceptUri,skillType,preferredLabel,altLabels,hiddenLabels,description';
const NAME = 'ESCO dataset - v1.2.0 - classification';

/** As the Commission's download has it, in small. */
const WELL = {
  'occupations_de.csv': `${OCCUPATIONS}\nOccupation,http://x/occupation/1,7512,Glockengießer/Glockengießerin,"Glockengießer\nGlockengießerin",,"Gießt Glocken, auch ""große""."\n`,
  'occupations_en.csv': `${OCCUPATIONS}\nOccupation,http://x/occupation/1,7512,bell founder,,,Casts bells.\n`,
  'skills_de.csv': `${SKILLS}\nKnowledgeSkillCompetence,http://x/skill/1,skill/competence,Glocken gießen,,,\nKnowledgeSkillCompetence,http://x/skill/2,knowledge,Glockenkunde,,,\n`,
  'occupationSkillRelations_de.csv':
    'occupationUri,relationType,skillType,skillUri\nhttp://x/occupation/1,essential,skill/competence,http://x/skill/1\n',
  'broaderRelationsSkillPillar_de.csv':
    'conceptType,conceptUri,broaderType,broaderUri\nKnowledgeSkillCompetence,http://x/skill/1,KnowledgeSkillCompetence,http://x/skill/2\n',
};

const folderOf = (files: Record<string, string | Uint8Array>) =>
  path.join(
    folderWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${NAME}/${name}`, text]))),
    NAME,
  );

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** The command as an operator runs it, in a process of its own. */
const run = (...given: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: database.connectionString,
      DATA_DIR: dataDir,
      SECRET_KEY: randomBytes(32).toString('base64'),
      // What Node has translated once is read by the next process.
      NODE_COMPILE_CACHE: path.join(dataDir, 'translated'),
    };
    execFile(process.execPath, ['src/cli/main.ts', 'taxonomy', ...given], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    );
  });

const kept = () => database.db.selectFrom('directory_imports').select(['source', 'version', 'concept_count']).execute();

describe('taxonomy import', () => {
  it('keeps the download with its version, and counts what is there with our own directory', async () => {
    const { code, out, err } = await run('import', folderOf(WELL), '--json');

    expect([code, err.replaceAll(/^serveStatic.*\n/gmu, '')]).toEqual([0, '']);
    const answer = JSON.parse(out) as { version: string; concepts: number; labels: number };
    expect(answer.version).toBe('1.2.0');
    expect(answer.concepts).toBeGreaterThan(4_500);
    expect(await kept()).toEqual([{ source: 'esco', version: '1.2.0', concept_count: answer.concepts }]);
  });

  it('takes the place of what was imported before', async () => {
    await run('import', folderOf(WELL), '--version', '1.2.1');

    expect(await kept()).toMatchObject([{ version: '1.2.1' }]);
  });

  it.each([
    [
      'a circle of wider terms',
      {
        ...WELL,
        'broaderRelationsSkillPillar_de.csv': `${WELL['broaderRelationsSkillPillar_de.csv']}KnowledgeSkillCompetence,http://x/skill/2,KnowledgeSkillCompetence,http://x/skill/1\n`,
      },
      /im Kreis|circle/u,
    ],
    [
      'an entry that stands twice',
      {
        ...WELL,
        'skills_de.csv': `${WELL['skills_de.csv']}KnowledgeSkillCompetence,http://x/skill/1,knowledge,Noch einmal,,,\n`,
      },
      /skills_de\.csv.*(zum zweiten Mal|second time)/u,
    ],
    [
      'another encoding',
      { ...WELL, 'occupations_de.csv': Buffer.from(WELL['occupations_de.csv'], 'latin1') },
      /occupations_de\.csv.*UTF-8/u,
    ],
    [
      'a missing column',
      { ...WELL, 'skills_de.csv': 'conceptUri,title\nhttp://x/skill/1,Glocken gießen\n' },
      /skills_de\.csv.*preferredLabel/u,
    ],
    [
      'an open quotation mark',
      { ...WELL, 'occupations_en.csv': `${OCCUPATIONS}\nOccupation,http://x/occupation/1,7512,"bell founder,,,\n` },
      /Anführungszeichen|quotation mark/u,
    ],
    ['nothing of it', { 'readme.csv': 'a,b\n1,2\n' }, /Verzeichnis|directory/u],
  ] as const)('refuses a download with %s in a sentence, and what was there stays', async (_, files, sentence) => {
    const before = await kept();

    const { code, out, err } = await run('import', folderOf(files));

    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/ at .*\.ts:/u);
    expect(await kept()).toEqual(before);
  });

  it('says so when the folder is not there, and how it is used when nothing is named', async () => {
    const missing = await run('import', path.join(dataDir, 'nowhere'));
    const unused = await run();

    expect(missing.code).toBe(1);
    expect(missing.err).toContain('nowhere');
    expect(missing.err).not.toMatch(/ at .*\.ts:/u);
    expect([unused.code, unused.err]).toEqual([2, expect.stringContaining('taxonomy import FOLDER')]);
  });
});

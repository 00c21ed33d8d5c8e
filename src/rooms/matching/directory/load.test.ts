import { describe, expect, it } from 'vitest';
import { AppError } from '#ground/errors/app-error.ts';
import { refusalSentence } from '#ground/i18n/messages.node.ts';
import { folderWith, OCCUPATION_HEADER, SKILL_HEADER, SMALL } from './directory-files.test-support.ts';
import { targetsOf } from './links.ts';
import { loadDirectory } from './load.ts';
import type { Directory } from './types.ts';
import { LABEL_KINDS } from './types.ts';

function refusalOf(act: () => unknown): AppError {
  try {
    act();
  } catch (refusal) {
    if (refusal instanceof AppError) return refusal;
    throw refusal;
  }
  throw new Error('Nothing was refused.');
}

const own = (files: Record<string, string | Uint8Array>) => loadDirectory('own', { own: folderWith(files) });
const refusedOwn = (files: Record<string, string | Uint8Array>) => refusalOf(() => own(files));

function labelsOf({ concepts, labels, languages }: Directory, id: string) {
  const concept = concepts.ids.indexOf(id);
  return Array.from({ length: labels.count }, (_, label) => label)
    .filter((label) => labels.concept[label] === concept)
    .map((label) => [labels.text[label], languages[labels.language[label] ?? 0], LABEL_KINDS[labels.kind[label] ?? 0]]);
}

describe('reading our own directory', () => {
  it('knows every label with its language and kind', () => {
    const labels = labelsOf(own(SMALL), 'occupation/baker');

    expect(labels).toContainEqual(['Bäcker/in', 'de', 'preferred']);
    expect(labels).toContainEqual(['Bäckerin', 'de', 'derived']);
    expect(labels).toContainEqual(['Bäcker-Konditor EFZ', 'de-CH', 'alternative']);
    expect(labels).toContainEqual(['boulanger', 'fr', 'preferred']);
  });

  it('knows which skills an occupation needs, and which skill is wider', () => {
    const directory = own(SMALL);
    const name = (concept: number) => directory.concepts.ids[concept];
    const place = (id: string) => directory.byId.get(id) ?? -1;

    expect([...targetsOf(directory.relations.essential, place('occupation/data-engineer'))].map(name)).toEqual([
      'skill/databases',
      'skill/sql',
    ]);
    expect([...targetsOf(directory.relations.broader, place('skill/sql'))].map(name)).toEqual(['skill/databases']);
  });

  it('refuses a directory whose wider terms go round in a circle', () => {
    const circle = [SKILL_HEADER, 'a\tskill\tA\t\tA\t\tc\t', 'b\tskill\tB\t\tB\t\ta\t', 'c\tskill\tC\t\tC\t\tb\t'].join(
      '\n',
    );

    expect(refusedOwn({ 'skills-x.tsv': circle }).code).toBe('matching.directory_cycle');
  });

  it('refuses an entry that stands twice and says where', () => {
    const twice = [SKILL_HEADER, 'a\tskill\tA\t\tA\t\t\t', 'a\tskill\tB\t\tB\t\t\t'].join('\n');

    expect(refusedOwn({ 'skills-x.tsv': twice })).toMatchObject({
      code: 'matching.directory_duplicate',
      params: { file: 'skills-x.tsv', line: 3, id: 'skill/a' },
    });
  });

  it('refuses a file in another encoding', () => {
    const latin = Buffer.from(`${SKILL_HEADER}\na\tskill\tGärtnern\t\tGardening\t\t\t`, 'latin1');

    expect(refusedOwn({ 'skills-x.tsv': latin }).code).toBe('matching.directory_encoding');
  });

  it('refuses a file without a column that it needs, and names the column', () => {
    const short = OCCUPATION_HEADER.replace('\tbroader', '');

    expect(refusedOwn({ 'occupations-x.tsv': `${short}\nx` }).params).toEqual({
      file: 'occupations-x.tsv',
      columns: 'broader',
    });
  });

  it('refuses a relation to something unknown', () => {
    const stray = { ...SMALL, 'b/relations-x.tsv': 'occupation\tessential\toptional\nbaker\tflying\t' };

    expect(refusedOwn(stray)).toMatchObject({
      code: 'matching.directory_unknown_concept',
      params: { id: 'skill/flying', line: 2 },
    });
  });

  it('refuses an empty folder', () => {
    expect(refusedOwn({}).code).toBe('matching.directory_absent');
  });

  it('explains each refusal in both languages', () => {
    const codes = ['absent', 'encoding', 'columns', 'quote', 'duplicate', 'unknown_concept', 'cycle', 'empty'];
    const sentences = codes.flatMap((code) =>
      (['de', 'en'] as const).map((language) =>
        refusalSentence(language, `matching.directory_${code}`, {
          folder: 'X',
          file: 'X.tsv',
          columns: 'x',
          line: 2,
          id: 'X',
          other: 'Y',
        }),
      ),
    );

    expect(sentences.filter((sentence) => !/^\p{Lu}.*\.$|^x .*\.$/u.test(sentence))).toEqual([]);
  });
});

const ESCO_CSV = {
  'ESCO dataset - v1.2.0/occupations_de.csv':
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,description\n' +
    'Occupation,http://x/occupation/1,7512,Bäcker/Bäckerin,"Bäcker\nBäckerin",,"Backt Brot, und ""mehr""."\n',
  'ESCO dataset - v1.2.0/occupations_en.csv':
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,description\nOccupation,http://x/occupation/1,7512,baker,,,Bakes.\n',
  'ESCO dataset - v1.2.0/skills_en.csv':
    'conceptType,conceptUri,skillType,preferredLabel,altLabels,hiddenLabels,description\nKnowledgeSkillCompetence,http://x/skill/1,skill/competence,bake goods,,,\n',
  'ESCO dataset - v1.2.0/occupationSkillRelations_en.csv':
    'occupationUri,relationType,skillType,skillUri\nhttp://x/occupation/1,essential,skill/competence,http://x/skill/1\n',
};

describe("reading the European Commission's download", () => {
  const folder = `${folderWith(ESCO_CSV)}/ESCO dataset - v1.2.0`;

  it('puts the languages of a concept together and keeps the version', () => {
    const directory = loadDirectory('esco', { esco: folder });

    expect(directory.concepts.ids).toEqual(['http://x/occupation/1', 'http://x/skill/1']);
    expect(labelsOf(directory, 'http://x/occupation/1').map(([text]) => text)).toEqual([
      'Bäcker/Bäckerin',
      'Bäcker',
      'Bäckerin',
      'baker',
    ]);
    expect(directory.provenances).toEqual([{ source: 'esco', version: '1.2.0' }]);
    expect([...targetsOf(directory.relations.essential, 0)]).toEqual([1]);
  });

  it('joins the same occupation of both directories, and each label keeps where it comes from', () => {
    const directory = loadDirectory('both', { esco: folder, own: folderWith(SMALL) });
    const baker = directory.byId.get('occupation/baker');

    expect(baker).toBe(directory.byId.get('http://x/occupation/1'));
    expect(new Set(directory.provenances.map(({ source }) => source))).toEqual(new Set(['own', 'esco']));
    expect(labelsOf(directory, 'http://x/occupation/1').map(([text]) => text)).toContain('Bäcker-Konditor EFZ');
  });

  it('refuses a quotation mark that nobody closes', () => {
    const broken = folderWith({ 'occupations_de.csv': 'conceptUri,preferredLabel\nx,"Bäcker\n' });

    expect(refusalOf(() => loadDirectory('esco', { esco: broken })).code).toBe('matching.directory_quote');
  });

  it('says that ESCO is not there', () => {
    expect(refusalOf(() => loadDirectory('esco')).code).toBe('matching.directory_absent');
  });
});

import { describe, expect, it } from 'vitest';
import { targetsOf } from './links.ts';
import { loadDirectory } from './load.ts';
import { CONCEPT_KINDS } from './types.ts';

const directory = loadDirectory('own');
const { concepts, labels, relations, languages } = directory;
const all = Array.from({ length: concepts.count }, (_, concept) => concept);
const ofKind = (kind: string) => all.filter((concept) => CONCEPT_KINDS[concepts.kinds[concept] ?? 0] === kind);

describe('our own directory', () => {
  it('has at least 1,500 occupations and 3,000 skills', () => {
    expect(ofKind('occupation').length).toBeGreaterThanOrEqual(1500);
    expect(ofKind('skill').length).toBeGreaterThanOrEqual(3000);
  });

  it('names everything in German and English', () => {
    const has = (concept: number, language: string) =>
      Array.from({ length: (labels.starts[concept + 1] ?? 0) - (labels.starts[concept] ?? 0) }).some(
        (_, at) => languages[labels.language[(labels.starts[concept] ?? 0) + at] ?? 0] === language,
      );

    expect(
      all.filter((concept) => !has(concept, 'de') || !has(concept, 'en')).map((concept) => concepts.ids[concept]),
    ).toEqual([]);
  });

  it('gives occupations a unit group of four digits or stands them above others', () => {
    const isParent = new Set(all.flatMap((concept) => [...targetsOf(relations.broader, concept)]));
    const wrong = ofKind('occupation').filter(
      (concept) => !/^\d{4}$/u.test(concepts.isco[concept] ?? '') && !isParent.has(concept),
    );

    expect(wrong.map((concept) => concepts.ids[concept])).toEqual([]);
  });

  it('knows skills for nearly every occupation', () => {
    const isParent = new Set(all.flatMap((concept) => [...targetsOf(relations.broader, concept)]));
    const leaves = ofKind('occupation').filter((concept) => !isParent.has(concept));
    const without = leaves.filter((concept) => targetsOf(relations.essential, concept).length === 0);

    expect(without.length).toBeLessThan(leaves.length * 0.05);
  });
});

import { describe, expect, it } from 'vitest';
import { folderWith, SMALL } from '../directory/directory-files.test-support.ts';
import { loadDirectory } from '../directory/load.ts';
import { createSkillFinder } from './bridged-skills.ts';
import { createConceptIndex } from './concept-index.ts';
import { bestConcepts, createFinder, topSlots } from './find-concepts.ts';
import { createTextRanker } from './rank-texts.ts';
import { learnTranslations } from './translations.ts';

const directory = loadDirectory('own', { own: folderWith(SMALL) });
const occupations = createConceptIndex(directory, ['occupation']);

function bestFor(title: string, language: string) {
  const [best] = bestConcepts(occupations, createFinder(occupations)(title, language), 1);
  return directory.concepts.ids[best?.concept ?? -1];
}

describe('finding the occupation behind a title', () => {
  it.each([
    ['Bäckerin', 'de'],
    ['Baecker', 'de'],
    ['Backhandwerkerinnen', 'de'],
    ['Bäcker-Konditor', 'de'],
    ['head baker', 'en'],
    ['boulanger', 'fr'],
  ])('"%s" is a baker', (title, language) => {
    expect(bestFor(title, language)).toBe('occupation/baker');
  });

  it('names the label that fits best', () => {
    const [best] = bestConcepts(occupations, createFinder(occupations)('Data Engineers', 'en'), 1);

    expect(best?.label.toLowerCase()).toBe('data engineer');
  });

  it('finds nothing for a title without a letter', () => {
    expect(bestConcepts(occupations, createFinder(occupations)('— 123 —', 'de'), 5)).toEqual([]);
  });

  it('gives the same answer when it is asked again', () => {
    const find = createFinder(occupations);
    const first = Array.from(find('Bäckerin', 'de').scores);
    find('Data Engineer', 'en');

    expect(Array.from(find('Bäckerin', 'de').scores)).toEqual(first);
  });
});

describe('ranking titles for a title', () => {
  const titles = ['Baker', 'Data engineer', 'bread baker', 'Panettiere', 'Astronaut'];

  it('meets the English label of a German title', () => {
    const { order } = createTextRanker(occupations, titles).rank('Bäckerin');

    expect(order.slice(0, 3).map((at) => titles[at])).toEqual(
      expect.arrayContaining(['Baker', 'bread baker', 'Panettiere']),
    );
  });

  it('ranks every title once', () => {
    const { order } = createTextRanker(occupations, titles).rank('Bäckerin');

    expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  });

  it('ranks the same title the same way twice', () => {
    const ranker = createTextRanker(occupations, titles);

    expect(ranker.rank('Datenbanken')).toEqual(ranker.rank('Datenbanken'));
  });
});

describe('learning which words translate which', () => {
  it('tells the word that always comes along from the one that comes by chance', () => {
    const translations = learnTranslations([
      { from: ['rot', 'haus'], to: ['red', 'house'] },
      { from: ['rot', 'auto'], to: ['red', 'car'] },
      { from: ['haus', 'bau'], to: ['house', 'build'] },
    ]);

    expect(translations.get('rot')?.[0]?.stem).toBe('red');
    expect(translations.get('haus')?.[0]?.stem).toBe('house');
  });
});

describe('the best of many', () => {
  it('keeps the earlier one of two that are equal', () => {
    expect(topSlots(Float32Array.from([0.2, 0.9, 0, 0.9, 0.5]), 3)).toEqual([1, 3, 4]);
  });
});

describe('finding the skill behind a phrase', () => {
  const skills = createConceptIndex(directory, ['skill']);
  const find = createSkillFinder(skills, occupations);
  const bestSkill = (phrase: string) => {
    const [best] = bestConcepts(skills, find(phrase, 'de'), 1);
    return directory.concepts.ids[best?.concept ?? -1];
  };

  it('goes over the occupation where the phrase shares no word with the skill', () => {
    expect(bestSkill('Bäckerhandwerk')).toBe('skill/baking');
  });

  it.each(['Datenbanken (Informatik)', '(Datenbanken)', 'Datenbank'])('"%s" is databases', (phrase) => {
    expect(bestSkill(phrase)).toBe('skill/databases');
  });

  it('is the same the second time, whatever was asked in between', () => {
    const first = find('Brot backen (Handwerk)', 'de').scores.slice();
    find('SQL', 'de');

    expect(find('Brot backen (Handwerk)', 'de').scores).toEqual(first);
  });
});

import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../directory/load.ts';
import { buildRecogniser } from './recogniser.ts';
import { understandDemand } from './understand.ts';

const recogniser = buildRecogniser(loadDirectory('own'));
const understood = (text: string) => {
  const { occupations, skills, languages, language } = understandDemand(text, recogniser);
  return {
    language,
    occupations: occupations.map(({ conceptId }) => conceptId.split('/')[1]),
    must: skills.filter(({ isMust }) => isMust).map(({ conceptId }) => conceptId.split('/')[1]),
    nice: skills.filter(({ isMust }) => !isMust).map(({ conceptId }) => conceptId.split('/')[1]),
    languages: languages.map(({ language, level }) => `${language} ${level}`),
  };
};

describe('three lines of a hiring manager', () => {
  it('are understood in German', () => {
    expect(
      understood(
        'Wir suchen drei Data Engineers für Q3. Python und SQL zwingend, Kubernetes von Vorteil. Englisch C1. SAP ist nicht nötig.',
      ),
    ).toEqual({
      language: 'de',
      occupations: ['data-engineer'],
      must: ['python', 'sql'],
      nice: ['kubernetes'],
      languages: ['en C1'],
    });
  });

  it('are understood in English, with headings above lists', () => {
    expect(
      understood(
        'We need a data engineer for our team.\nRequired:\n- Python\n- SQL\nNice to have:\n- Kubernetes\n- Docker',
      ),
    ).toEqual({
      language: 'en',
      occupations: ['data-engineer'],
      must: ['python', 'sql'],
      nice: ['kubernetes', 'docker'],
      languages: [],
    });
  });

  it('count as needed where nothing else is said, and as welcome where only that is said', () => {
    expect(understood('Python, ideal mit Docker')).toMatchObject({ must: ['python'], nice: ['docker'] });
  });

  it.each([
    'Buscamos tres ingenieros de datos con experiencia en Python y SQL para nuestro equipo',
    'Nous cherchons un ingénieur avec expérience en Java',
    'ищем инженера данных',
    '数据工程师',
    '',
  ])('are not guessed at in a third language: "%s"', (text) => {
    expect(understood(text)).toEqual({ language: null, occupations: [], must: [], nice: [], languages: [] });
  });
});

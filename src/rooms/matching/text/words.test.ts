import { describe, expect, it } from 'vitest';
import { createSplitter } from './compounds.ts';
import { withoutInflection } from './inflection.ts';
import { guessLanguage } from './language.ts';
import { stem } from './stem.ts';
import { normalise, tokenise } from './tokens.ts';
import { createWordFeatures } from './word-features.ts';

describe('words of a text', () => {
  it('are the same with umlaut, sharp s and accent or without', () => {
    expect(normalise('Großküchenköchin, Café')).toBe('grosskuchenkochin cafe');
    expect(normalise('GROSSKÜCHENKÖCHIN  Cafe')).toBe('grosskuchenkochin cafe');
  });

  it('are the same whether a letter carries its dots or has them beside it', () => {
    expect(normalise('Bu\u0308ro')).toBe(normalise('Büro'));
  });

  it('are the same with invisible characters between their letters', () => {
    expect(normalise('Daten\u00adbank S\u200bQ\u200bL \u200b')).toBe('datenbank sql');
  });

  it('tell C, C++ and C# apart', () => {
    expect(normalise('C, C++ und C#, .NET')).toBe('c cplusplus und csharp dotnet');
  });

  it('know where they stand', () => {
    const text = 'Führt ein Büro.';

    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Führt', 'ein', 'Büro']);
  });
});

describe('stems', () => {
  it.each([
    ['de', ['planung', 'planungen']],
    ['de', ['lehrer', 'lehren']],
    ['en', ['manage', 'manager', 'managing', 'management']],
    ['en', ['organisation', 'organization']],
    ['fr', ['ingenieurs', 'ingenieur']],
    ['it', ['infermiera', 'infermiere', 'infermieri']],
  ])('bring the words of a family together (%s %j)', (language, family) => {
    expect(new Set(family.map((word) => stem(word, language))).size).toBe(1);
  });

  it('leave words of a language that nobody taught', () => {
    expect(stem('pracownik', 'pl')).toBe('pracownik');
  });

  it('are not what texts are searched with: an occupation is no skill', () => {
    expect(withoutInflection('entwicklungen', 'de')).toBe(withoutInflection('entwicklung', 'de'));
    expect(withoutInflection('entwickler', 'de')).not.toBe(withoutInflection('entwicklung', 'de'));
  });
});

describe('compounds', () => {
  const split = createSplitter(
    new Set(['projekt', 'management', 'arbeit', 'recht', 'blumen', 'laden', 'kunde', 'dienst']),
  );

  it.each([
    ['projektmanagement', ['projekt', 'management']],
    ['arbeitsrecht', ['arbeit', 'recht']],
    ['blumenladen', ['blumen', 'laden']],
    ['kundendienst', ['kunde', 'dienst']],
  ])('%s falls into its parts', (word, parts) => {
    expect(split(word)).toEqual(parts);
  });

  it('stay whole when a part is unknown', () => {
    expect(split('projektquark')).toEqual([]);
  });

  it('stay whole when they are longer than any word', () => {
    expect(split('arbeit'.repeat(40))).toEqual([]);
  });

  it('count as the whole and as the parts', () => {
    expect(createWordFeatures(['Projekt', 'Leitung']).stems('Projektleitung', 'de')).toEqual([
      'projektleit',
      'projekt',
      'leitung',
    ]);
  });
});

describe('the language of a title', () => {
  it.each([
    ['de', 'Leiterin der Personalabteilung'],
    ['en', 'Head of human resources'],
    ['fr', 'Directeur des ressources humaines'],
    ['it', 'Responsabile delle risorse umane'],
  ])('is %s for "%s"', (language, title) => {
    expect(guessLanguage(title)).toBe(language);
  });

  it('is the given one where nothing speaks for any', () => {
    expect(guessLanguage('SAP', 'en')).toBe('en');
  });
});

import { describe, expect, it } from 'vitest';
import { stockPhrasesIn } from './stock-phrases.ts';

describe('phrases that anybody could have written', () => {
  it('are found in German, whatever their case and spacing', () => {
    const text = 'Wir bieten Spannende\n Herausforderungen und flache Hierarchien in einem dynamischen Umfeld.';

    expect(stockPhrasesIn(text, 'de')).toEqual([
      'spannende Herausforderungen',
      'dynamischen Umfeld',
      'flache Hierarchien',
    ]);
  });

  it('are found in English with either apostrophe', () => {
    expect(stockPhrasesIn("Please don't hesitate to touch base.", 'en')).toEqual(['don’t hesitate', 'touch base']);
  });

  it('are no parts of longer words, and a true sentence has none', () => {
    expect(stockPhrasesIn('Der Vielzweckpurposebau', 'de')).toEqual([]);
    expect(stockPhrasesIn('Seit letzter Woche dreht der Prüfstand wieder.', 'de')).toEqual([]);
    expect(stockPhrasesIn('The test bench has been turning again since last week.', 'en')).toEqual([]);
  });
});

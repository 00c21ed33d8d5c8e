import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../directory/load.ts';
import { buildRecogniser, LONGEST_TEXT } from './recogniser.ts';
import type { ReadOptions } from './types.ts';

const recogniser = buildRecogniser(loadDirectory('own'));

function found(text: string, options?: ReadOptions): string[] {
  return recogniser.recognise(text, options).map(({ conceptId, stance }) => `${conceptId.split('/')[1]} ${stance}`);
}

describe('names that people write', () => {
  it.each([
    ['Umrichter mit SiC gebaut.', ['power-electronics shown', 'silicon-carbide shown']],
    ['Erfahrung mit Siliziumkarbid', ['silicon-carbide shown']],
    ['Nurse in intensive care for six years', ['registered-nurse shown', 'intensive-care-nursing shown']],
    ['Nursing since 2015', ['nursing shown']],
  ])('"%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what a text says of a skill', () => {
  it.each([
    ['kein Java', ['java denied']],
    ['Ohne SAP gearbeitet.', ['sap-erp denied']],
    ['Ich bin nicht vertraut mit Kubernetes und Docker.', ['kubernetes denied', 'docker denied']],
    ['No experience with Python, SQL or Kubernetes', ['python denied', 'sql denied', 'kubernetes denied']],
    ['keine Erfahrung mit\nJava', ['java denied']],
    ['SAP: keine', ['sap-erp denied']],
    ['Keine Leitung, 5 Jahre Java', ['java shown']],
    ['nicht nur Java, sondern auch Python', ['java shown', 'python shown']],
    ['Ohne Unterbrechung Python und SQL genutzt', ['python shown', 'sql shown']],
    ['Kein SAP, aber viel Python', ['sap-erp denied', 'python shown']],
    ['Ich möchte Python lernen', ['python interest']],
    ['I would like to learn Rust', ['rust interest']],
    ['Ich interessiere mich für maschinelles Lernen', ['machine-learning interest']],
    ['Leistungselektronik würde mich reizen', ['power-electronics interest']],
    ['Ich wurde eingesetzt, um mit Python zu arbeiten', ['python shown']],
    ['Tools like Python work well here', ['python shown']],
    ['Interessen\nKubernetes\n\nKenntnisse\nPython', ['kubernetes interest', 'python shown']],
  ])('"%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('names that mean something else as well', () => {
  it('takes a craft for an occupation only where work is spoken of', () => {
    expect(found('Anna Schneider, Ravensburg')).toEqual([]);
    expect(found('Herr Maurer hat angerufen.')).toEqual([]);
    expect(found('Gelernter Maurer seit 2010')).toEqual(['bricklayer shown']);
    expect(found('Ausbildung zur Bäckerin')).toEqual(['baker shown']);
    expect(found('Maurer', { as: 'title' })).toEqual(['bricklayer shown']);
  });

  it('reads both gender forms of a craft alike', () => {
    for (const sentence of ['{x} bei Huber AG, 2010–2014', 'Anna {x}, Ravensburg', 'gelernte {x}', 'Frau {x} sagt zu.'])
      expect(found(sentence.replace('{x}', 'Maurerin'))).toEqual(found(sentence.replace('{x}', 'Maurer')));
  });

  it('takes Java, Go and R for languages of programmers only beside their like', () => {
    expect(found('Eine Reise nach Java')).toEqual([]);
    expect(found('Go to the office')).toEqual([]);
    expect(found('Programmiersprachen: java, go, R')).toEqual(['java shown', 'go shown', 'r-language shown']);
  });

  it('takes no verb for an occupation', () => {
    expect(found('Ich programmiere gern.')).toEqual([]);
  });
});

describe('languages', () => {
  const levels = (text: string) =>
    recogniser.recognise(text).map(({ conceptId, level }) => [conceptId.split('-')[1], level]);

  it('reads levels before and after the language, in words and letters', () => {
    expect(levels('Englisch C1, Französisch (B2), Deutsch Muttersprache, fluent in Italian')).toEqual([
      ['english', 'C1'],
      ['french', 'B2'],
      ['german', 'C2'],
      ['italian', 'C1'],
    ]);
  });

  it('leaves the level open where none is named', () => {
    expect(levels('Sprachen: Polnisch')).toEqual([['polish', null]]);
  });

  it('hears no language in a nationality', () => {
    expect(levels('Staatsangehörigkeit: türkisch')).toEqual([]);
  });
});

describe('where a finding stands', () => {
  const pieces = [
    'Python und SQL.',
    '\n• ',
    'kein Java',
    ' Äpfel 🍏 ',
    'Data Engineer (m/w/d)',
    '\n\n',
    'Englisch C1',
    '; ',
    'z. B. Docker',
    'x'.repeat(700),
    ' ',
  ];

  it('quotes the words of the text itself, at most 600 characters', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { sentence, spanFrom, spanTo, start, end } of recogniser.recognise(text)) {
          expect(sentence.slice(spanFrom, spanTo)).toBe(text.slice(start, end));
          expect(text).toContain(sentence);
          expect(sentence.length).toBeLessThanOrEqual(600);
        }
      }),
    );
  });

  it('reads bullets and lines as sentences of their own', () => {
    expect(recogniser.recognise('• Python\n• Docker und SQL').map(({ sentence }) => sentence)).toEqual([
      'Python',
      'Docker und SQL',
      'Docker und SQL',
    ]);
  });

  it('reads the first part of a paper of 500 pages and says that it is cut', () => {
    const reading = recogniser.read(`Python.\n${'Lorem ipsum dolor. '.repeat(90_000)}\nKubernetes.`);

    expect(reading.isCut).toBe(true);
    expect(reading.findings.map(({ conceptId }) => conceptId)).toEqual(['skill/python']);
    expect(reading.findings.every(({ end }) => end <= LONGEST_TEXT)).toBe(true);
  });
});

describe('words that count as wording', () => {
  it('are never names, ages, origins or families', () => {
    expect(
      recogniser.read('Anna Schneider-Yılmaz, geboren 1968, verheiratet, zwei Kinder, türkisch, Elternzeit').stems,
    ).toEqual([]);
  });
});

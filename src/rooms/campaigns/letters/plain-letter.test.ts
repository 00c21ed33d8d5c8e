import { describe, expect, it } from 'vitest';
import { unclosed, wordsOf } from '../../../testing/html-shape.ts';
import { aReader } from '../testing-letter.ts';
import { plainLetter } from './plain-letter.ts';

const made = (paragraphs: string[], subject = 'Ihre Frage') => {
  const letter = plainLetter({
    subject,
    paragraphs,
    language: 'de',
    foot: ['Dieser Brief ist Teil einer Folge.', { words: 'Abbestellen', link: 'unsubscribe' }],
  }).make(aReader());
  return { subject: letter?.subject, html: letter?.html.toString() ?? '', text: letter?.text.toString() ?? '' };
};

describe('a letter in plain words', () => {
  it('keeps paragraphs and lines, in both parts', () => {
    const { html, text } = made(['Guten Tag', 'Zwei Zeilen:\nja & nein <b>']);

    expect(unclosed(html)).toBeUndefined();
    expect(wordsOf(html)).toContain('Guten Tag Zwei Zeilen: ja & nein <b>');
    expect(text).toContain('Guten Tag\n\nZwei Zeilen:\nja & nein <b>\n');
  });

  it('makes addresses into links, without the full stop behind them', () => {
    expect(made(['Mehr auf https://kellermatt.example/a?b=1&c=2.']).html).toContain(
      '<a href="https://kellermatt.example/a?b=1&amp;c=2">https://kellermatt.example/a?b=1&amp;c=2</a>.',
    );
  });

  it('leads out at its foot', () => {
    const { html, text } = made(['Guten Tag']);

    expect(html).toContain('<a href="https://house.example/api/v1/letters/abc/unsubscribe">Abbestellen</a>');
    expect(text).toContain('Abbestellen: https://house.example/api/v1/letters/abc/unsubscribe');
  });

  it('has one line for a subject', () => {
    expect(made(['x'], 'Mara\r\nBcc: alle@firma.example').subject).toBe('Mara Bcc: alle@firma.example');
  });
});

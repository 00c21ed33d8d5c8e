import { describe, expect, it } from 'vitest';
import { contentOf, emptyDraft, mistakesIn } from './content-draft.ts';

const aDraft = (changes = {}) => ({ ...emptyDraft('de'), title: 'Das neue Labor', ...changes });

describe('what somebody writes about a content', () => {
  it('becomes words without blanks and without empty ones', () => {
    expect(contentOf(aDraft({ keywords: ' Prüffeld, ,Motoren ' })).keywords).toEqual(['Prüffeld', 'Motoren']);
  });

  it('takes an address without https as one on the web', () => {
    expect(contentOf(aDraft({ link: 'kellermatt.example/labor' })).link).toBe('https://kellermatt.example/labor');
    expect(mistakesIn(aDraft({ link: 'kellermatt.example/labor' }))).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.example', 'https://', 'zwei worte'])('refuses %s as a link', (link) => {
    expect(mistakesIn(aDraft({ link }))).toEqual(['link']);
  });

  it('wants a title, and the day of an event', () => {
    expect(mistakesIn(aDraft({ title: ' ', kind: 'event' }))).toEqual(['title', 'day']);
  });

  it('refuses what would be over before it begins', () => {
    expect(mistakesIn(aDraft({ onDate: '2026-12-02', usableUntil: '2026-12-01' }))).toEqual(['dates']);
  });
});

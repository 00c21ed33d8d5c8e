import { describe, expect, it } from 'vitest';
import { aReader, someParts } from '../../testing-letter.ts';
import { readMessages } from '#ground/i18n/messages.node.ts';
import { compileLetter } from '../compile.ts';
import { wordWarnings } from '../warnings/words.ts';
import { OUR_TEMPLATES, ourTemplatesIn } from './ours.ts';

describe.each(OUR_TEMPLATES)('our template $id', ({ id, letter }) => {
  it('has a name and a purpose in both languages', () => {
    for (const language of ['de', 'en'] as const)
      expect(readMessages('campaigns', language)['template']).toMatchObject({
        [id]: { name: expect.any(String), purpose: expect.any(String) },
      });
  });

  it('needs nothing but the words that only a company knows', () => {
    const codes = new Set(wordWarnings(letter).map(({ code }) => code));

    codes.delete('placeholder_left');
    expect([...codes]).toEqual([]);
  });

  it('greets everybody in their form, and mixes none', () => {
    const compiled = compileLetter(someParts({ letter, bits: new Map() }));
    const text = (given: Parameters<typeof aReader>[0]) => compiled.make(aReader(given))?.text.toString() ?? '';

    expect(text({})).toContain('Guten Tag Beat Rüegsegger,\n\n');
    expect(text({})).not.toMatch(/\b(du|dich|dir|dein\w*)\b/);
    expect(text({ fields: { address_form: 'du' } })).toContain('Hallo Beat,\n\n');
    expect(text({ fields: { address_form: 'du' } })).not.toMatch(/\b(Ihnen|Ihre[rmns]?|haben Sie|Sie haben)\b/);
    expect(text({ language: 'en' })).toContain('Dear Beat Rüegsegger,\n\n');
  });
});

describe('templates in Switzerland', () => {
  it('are written with ss and «», and English stays as it is', () => {
    const swiss = JSON.stringify(ourTemplatesIn('de-CH'));

    expect(swiss).toContain('Freundliche Grüsse');
    expect(swiss).not.toMatch(/ß|„/);
    expect(swiss).toContain('“no”');
  });

  it('have no comma behind the greeting, and begin with a capital', () => {
    const text = (locale: 'de' | 'de-CH') => {
      const invitation = ourTemplatesIn(locale).find(({ id }) => id === 'invitation');
      const letter = invitation && compileLetter(someParts({ letter: invitation.letter, bits: new Map() }));
      return letter?.make(aReader())?.text.toString();
    };

    expect(text('de')).toContain('Guten Tag Beat Rüegsegger,\n\nam [Tag] öffnen');
    expect(text('de-CH')).toContain('Guten Tag Beat Rüegsegger\n\nAm [Tag] öffnen');
  });
});

import { describe, expect, it } from 'vitest';
import { closestLanguage } from './languages.ts';
import { keysOf, messageFileOf, messagesFor } from './messages.ts';
import { listNamespaces, readMessages, serverMessages } from './messages.node.ts';

describe('messages', () => {
  it.each(listNamespaces())('say the same in German and English: %s', (namespace) => {
    const keys = (language: 'de' | 'en') => keysOf(readMessages(namespace, language)).sort();
    const english = keys('en');
    // A German sentence may have a Du of its own beside it; English has one word for both.
    const isDuBeside = (key: string) => key.endsWith('_du') && english.includes(key.slice(0, -'_du'.length));

    expect(keys('de').filter((key) => !isDuBeside(key))).toEqual(english);
  });

  it('write ss and guillemets in Switzerland', () => {
    expect(messagesFor('de-CH', { a: { b: '„Straße“' } })).toEqual({ a: { b: '«Strasse»' } });
  });

  it('choose the plural and separate thousands by language', () => {
    const count = (language: 'de-CH' | 'en', n: number) =>
      serverMessages(language)('ui', 'form.mistakes', { count: n });

    expect(count('en', 1)).toBe('One entry is missing or needs another look.');
    expect(count('de-CH', 1200)).toContain('1’200');
  });

  it('are found by the name of the room', () => {
    expect(messageFileOf('talents', 'de-CH')).toBe('rooms/talents/messages/de.json');
  });

  it('follow the first language of the browser that we speak', () => {
    expect(closestLanguage(['fr-CH', 'de-CH', 'en'])).toBe('de-CH');
    expect(closestLanguage(['fr', 'en-US'])).toBe('en');
    expect(closestLanguage(['it'])).toBe('de');
  });
});

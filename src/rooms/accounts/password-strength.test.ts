import { describe, expect, it } from 'vitest';
import { weaknessOf } from './password-strength.ts';

const about = ['Mara Đurić', 'mara.duric@kellermatt.example', 'Kellermatt Antriebe AG'];

describe('which passwords may be used', () => {
  it.each([
    'dreizehn Störche am Kanal',
    'vK8#qLz02mT!',
    'zaghafte Tinte ruft Moos',
    'correct plate gravel onion',
    'Der Zug nach Olten fährt um 7 ab',
    'ab'.repeat(2) + 'kuvbzqlemxz',
  ])('takes %j', (password) => {
    expect(weaknessOf(password, about)).toBeUndefined();
  });

  it.each([
    'Passwort1234',
    'P4ssw0rt2026!',
    'passwortpasswort',
    'Sommer2026!!',
    'SommerWinter26',
    'qwertzuiop123',
    '1qay2wsx3edc4rfv',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '123456789012',
    'asdfghjklasdfghjkl',
    'HalloWelt2026',
    'Willkommen123!',
    'correcthorsebatterystaple',
    'Geheimnis2025',
    'FCBayern1900!',
    'ichliebedich<3',
  ])('refuses %j, which guessing programs try first', (password) => {
    expect(weaknessOf(password)).toBe('too_obvious');
  });

  it.each(['Kellermatt2026', 'kellermatt-AG-1', 'MaraDuric1984', 'Antriebe123456', 'Wiedersehen!1'])(
    'refuses %j, which is about the member or the company',
    (password) => {
      expect(weaknessOf(password, about)).toBe('too_obvious');
    },
  );

  it('asks for at least twelve characters and takes up to 128', () => {
    expect(weaknessOf('vK8#qLz02mT')).toBe('too_short');
    expect(weaknessOf('vK8#qLz02mT!'.repeat(10).slice(0, 118) + 'zaghafte T')).toBeUndefined();
    expect(weaknessOf('x'.repeat(129))).toBe('too_long');
  });

  it('answers quickly for the longest password', () => {
    const started = performance.now();

    weaknessOf('aB3$'.repeat(31) + 'z!kq', about);

    expect(performance.now() - started).toBeLessThan(200);
  });
});

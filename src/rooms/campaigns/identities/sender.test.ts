import { describe, expect, it } from 'vitest';
import { serverOf } from './sender.ts';

describe('the server of a sender', () => {
  it.each([
    ['smtp://talente:geheim@mail.kellermatt.example', 'talente@kellermatt.example'],
    ['smtps://mail.kellermatt.example:465', 'talente@kellermatt.example'],
    ['smtp://mail.kellermatt.example?from=haus@kellermatt.example', 'haus@kellermatt.example'],
  ])('%s sends in the name of %s', (url, from) => {
    expect(serverOf(url, 'talente@kellermatt.example').from).toBe(from);
  });

  it('never gets a password in the clear', () => {
    expect(serverOf('smtp://talente:geheim@mail.kellermatt.example', 'a@b.example').tls).toBe('required');
  });
});

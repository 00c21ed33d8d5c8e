import { describe, expect, it } from 'vitest';
import { identifierForm } from './identifier.ts';

const mail = (value: string) => identifierForm({ kind: 'email', value });

// SU-3
describe('one form for all writings of an address', () => {
  it.each([
    ['Anneliese@Mail.Example', 'anneliese@mail.example'],
    ['  anneliese@mail.example ', 'anneliese@mail.example'],
    ['anneliese+messe@mail.example', 'anneliese@mail.example'],
    ['a.nneliese.k@googlemail.com', 'anneliesek@gmail.com'],
    ['Anneliese.K+jobs@Gmail.com', 'anneliesek@gmail.com'],
    ['jürg@MÜLLER.example', 'jürg@xn--mller-kva.example'],
    ['jürg@xn--mller-kva.example', 'jürg@xn--mller-kva.example'],
    ['ａnneliese@mail.example', 'anneliese@mail.example'],
    ['anneliese@mail.example.', 'anneliese@mail.example'],
  ])('%s is %s', (written, form) => {
    expect(mail(written)).toBe(form);
  });

  it('keeps dots apart where they belong to the name of the mailbox', () => {
    expect(mail('a.k@mail.example')).not.toBe(mail('ak@mail.example'));
  });

  it.each(['+41 79 555 01 47', '0041 79 555 01 47', '+41 (79) 555-01-47', '+41795550147'])(
    'reads the phone number %s',
    (value) => {
      expect(identifierForm({ kind: 'phone', value })).toBe('+41795550147');
    },
  );

  it('leaves what is no address as it is', () => {
    expect(mail('@')).toBe('@');
    expect(identifierForm({ kind: 'source_id', value: ' HR:4711 ' })).toBe('hr:4711');
  });
});

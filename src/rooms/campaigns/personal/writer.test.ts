import { describe, expect, it } from 'vitest';
import type { Sender } from '../identities/sender.ts';
import { asWriter } from './writer.ts';

const sender: Sender = {
  id: '0193570a-0000-7000-8000-000000000001',
  from: { name: 'Talente', address: 'talente@kellermatt.example' },
  replyTo: ['antworten@kellermatt.example'],
  readAddress: undefined,
  bounceAddress: 'talente@kellermatt.example',
  postalAddress: 'Industriestrasse 4, 5322 Koblenz',
  server: {
    host: '127.0.0.1',
    port: 25,
    tls: 'none',
    user: undefined,
    password: '',
    from: 'talente@kellermatt.example',
  },
  connections: 1,
  signers: [],
  isOpen: true,
};
const headOf = (own: Sender, email: string) => {
  const { from, replyTo, bounceAddress } = asWriter(own, { name: 'Mara Keller', email });
  return [`${from.name} <${from.address}>`, [...replyTo], bounceAddress];
};

describe('a letter in the name of a member', () => {
  it('comes from their own address where the domain is the same', () => {
    expect(headOf(sender, 'mara.keller@Kellermatt.example')).toEqual([
      'Mara Keller <mara.keller@Kellermatt.example>',
      [],
      'talente@kellermatt.example',
    ]);
  });

  it('comes from the sender with their name where it is another domain, and is answered to them', () => {
    expect(headOf(sender, 'mara@agentur.example')).toEqual([
      'Mara Keller <talente@kellermatt.example>',
      ['mara@agentur.example'],
      'talente@kellermatt.example',
    ]);
  });

  it('is answered to the mailbox that is read as well', () => {
    const read = { ...sender, readAddress: 'talente@kellermatt.example' };

    expect(headOf(read, 'mara.keller@kellermatt.example')[1]).toEqual([
      'mara.keller@kellermatt.example',
      'talente@kellermatt.example',
    ]);
  });

  it('never comes from an address that is no single one', () => {
    expect(headOf(sender, 'mara@kellermatt.example, chef@kellermatt.example')).toEqual([
      'Mara Keller <talente@kellermatt.example>',
      [],
      'talente@kellermatt.example',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { SenderCard } from '../../schema-sending.ts';
import { editSender, newSender } from '../../schema-sending.ts';
import { draftOfSender, editFrom, emptySender, senderFrom, senderMistakes } from './sender-draft.ts';

const TODAY = '2026-11-29';
const filled = {
  ...emptySender(TODAY),
  name: 'Talente',
  fromName: 'Kellermatt Talente',
  fromAddress: 'talente@kellermatt.example',
  postalAddress: 'Industriestrasse 4, 5322 Koblenz',
};
const card: SenderCard = {
  id: '01890000-0000-7000-8000-000000000001',
  version: 3,
  name: 'Talente',
  fromName: 'Kellermatt Talente',
  fromAddress: 'talente@kellermatt.example',
  replyToAddress: null,
  bounceAddress: null,
  postalAddress: 'Industriestrasse 4, 5322 Koblenz',
  server: 'own',
  serverHost: 'mail.kellermatt.example',
  signs: 'here',
  records: [],
  perHour: 500,
  perDomainPerHour: null,
  connections: 4,
  warmUp: { startsOn: '2026-12-01', firstDay: 100, days: 10 },
  mailboxId: null,
  findings: [],
  checkedAt: null,
  state: 'locked',
  overrideReason: null,
};

describe('a sender that is being written', () => {
  it('needs who writes, from where, and an address on paper', () => {
    expect(senderMistakes(emptySender(TODAY))).toEqual(['name', 'fromName', 'fromAddress', 'postalAddress']);
    expect(senderMistakes(filled)).toEqual([]);
  });

  it('names each number that cannot be', () => {
    expect(
      senderMistakes({ ...filled, perHour: '0', connections: '99', warmsUp: true, firstDay: '3', fromAddress: 'a@b' }),
    ).toEqual(['fromAddress', 'perHour', 'connections', 'warmUp']);
  });

  it('asks for a host only when it has a server of its own', () => {
    expect(senderMistakes({ ...filled, server: 'own' })).toEqual(['host']);
  });

  it('is what the server accepts', () => {
    const own = { ...filled, server: 'own' as const, fields: { ...filled.fields, host: 'mail.kellermatt.example' } };

    expect(newSender.safeParse(senderFrom(own)).success).toBe(true);
    expect(senderFrom(own).smtpUrl).toBe('smtps://mail.kellermatt.example?from=talente%40kellermatt.example');
  });

  it('keeps what it had when nothing is changed', () => {
    const edit = editFrom(draftOfSender(card, TODAY), card);

    expect(editSender.safeParse(edit).success).toBe(true);
    expect(edit).toMatchObject({ version: 3, perHour: 500, warmUp: card.warmUp });
    expect('smtpUrl' in edit).toBe(false);
  });

  it('goes back to the server of the installation only when that is a change', () => {
    const back = { ...draftOfSender(card, TODAY), server: 'installation' as const };

    expect(editFrom(back, card).smtpUrl).toBeNull();
    expect('smtpUrl' in editFrom(back, { ...card, server: 'installation' })).toBe(false);
  });
});

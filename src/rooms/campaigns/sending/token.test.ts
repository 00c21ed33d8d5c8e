import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyRing } from '#ground/config/key-ring.ts';
import { newId } from '#ground/ids.ts';
import { deliveryToken, deliveryTokens, readDeliveryToken } from './token.ts';

const keys = keyRing(randomBytes(32));
const delivery = { campaignId: newId(), talentId: newId() };

describe('the word that stands for one letter to one person', () => {
  it('leads back to both, and is the same every time', () => {
    const token = deliveryToken(keys, 'unsubscribe', delivery);

    expect(token).toMatch(/^[A-Za-z0-9_-]{64}$/);
    expect(deliveryToken(keys, 'unsubscribe', delivery)).toBe(token);
    expect(readDeliveryToken(keys, 'unsubscribe', token)).toEqual(delivery);
  });

  it('is the same whether made alone or with many', () => {
    const talentIds = Array.from({ length: 5 }, () => newId());
    const many = deliveryTokens(keys, delivery.campaignId, talentIds);

    for (const talentId of talentIds)
      for (const use of ['message', 'unsubscribe', 'view'] as const)
        expect(many.get(talentId)?.[use]).toBe(deliveryToken(keys, use, { ...delivery, talentId }));
    expect(new Set([...many.values()].flatMap((tokens) => Object.values(tokens))).size).toBe(15);
  });

  it('opens only what it was made for', () => {
    expect(readDeliveryToken(keys, 'unsubscribe', deliveryToken(keys, 'message', delivery))).toBeUndefined();
    expect(readDeliveryToken(keys, 'message', deliveryToken(keys, 'view', delivery))).toBeUndefined();
  });

  it('cannot be made up: one bit of another one opens nothing', () => {
    const bytes = Buffer.from(deliveryToken(keys, 'unsubscribe', delivery), 'base64url');
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;

      expect(readDeliveryToken(keys, 'unsubscribe', changed.toString('base64url'))).toBeUndefined();
    }
    for (const word of ['', 'x', 'A'.repeat(64), '../etc', `${'A'.repeat(63)}=`])
      expect(readDeliveryToken(keys, 'unsubscribe', word)).toBeUndefined();
  });

  it('of another house says nothing here', () => {
    const elsewhere = keyRing(randomBytes(32));

    expect(readDeliveryToken(keys, 'view', deliveryToken(elsewhere, 'view', delivery))).toBeUndefined();
  });

  it('holds neither id in a form that can be read', () => {
    const hex = Buffer.from(deliveryToken(keys, 'view', delivery), 'base64url').toString('hex');

    expect(hex).not.toContain(delivery.talentId.replaceAll('-', ''));
    expect(hex).not.toContain(delivery.campaignId.replaceAll('-', ''));
  });
});

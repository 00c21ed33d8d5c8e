import { createHash } from 'node:crypto';
import type { Ctx } from '#ground/context.ts';
import { recordReply } from '../replies/record.ts';
import type { Delivery } from '../sending/token.ts';
import { readDeliveryToken } from '../sending/token.ts';
import { unsubscribe } from '../statistics/unsubscribe.ts';
import type { Notice } from './read-notice.ts';
import { readNotice } from './read-notice.ts';
import { recordBounce } from './record.ts';

export type Found =
  | 'bounce'
  | 'delay'
  | 'complaint'
  | 'auto_reply'
  | 'reply'
  | 'unsubscribe'
  | 'unknown'
  | 'unreadable';

export interface Arrived {
  raw: Buffer;
  receivedAt: Date;
}

export const hashOf = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex');

/**
 * Draws the consequences of one message. Nothing is believed that does not carry our own Message-ID: only who got the letter can know
 * it, so nobody can block an address that is not theirs by writing a report.
 */
export async function handleMessage(ctx: Ctx, { raw, receivedAt }: Arrived): Promise<Found> {
  const notice = await readNotice(raw).catch(() => undefined);
  if (!notice) return 'unreadable';
  if (notice.kind === 'unknown') return 'unknown';
  if (notice.kind === 'unsubscribe') return (await unsubscribe(ctx, notice.token, 'mail')) ? 'unsubscribe' : 'unknown';
  const delivery = deliveryIn(ctx, notice.tokens);
  return delivery ? act(ctx, { notice, delivery, receivedAt, messageHash: hashOf(raw) }) : 'unknown';
}

type About = Exclude<Notice, { kind: 'unknown' } | { kind: 'unsubscribe' }>;

const deliveryIn = ({ keys }: Ctx, tokens: readonly string[]): Delivery | undefined =>
  tokens.map((token) => readDeliveryToken(keys, 'message', token)).find((delivery) => delivery !== undefined);

async function act(
  ctx: Ctx,
  {
    notice,
    delivery,
    receivedAt,
    messageHash,
  }: { notice: About; delivery: Delivery; receivedAt: Date; messageHash: string },
): Promise<Found> {
  switch (notice.kind) {
    case 'bounce':
      if (notice.severity === 'delay') return 'delay';
      await recordBounce(ctx, {
        ...delivery,
        kind: notice.severity,
        code: notice.code,
        recipient: notice.recipient,
        occurredAt: receivedAt,
      });
      return 'bounce';
    case 'complaint':
      await recordBounce(ctx, { ...delivery, kind: 'complaint', code: notice.code, occurredAt: receivedAt });
      return 'complaint';
    case 'auto_reply':
      await recordReply(ctx, { ...delivery, kind: 'auto_reply', subject: '', receivedAt, messageHash });
      return 'auto_reply';
    case 'reply':
      await recordReply(ctx, { ...delivery, kind: 'reply', subject: notice.subject, receivedAt, messageHash });
      return 'reply';
  }
}

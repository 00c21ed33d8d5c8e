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

interface ToAct {
  notice: About;
  delivery: Delivery;
  receivedAt: Date;
  messageHash: string;
}

async function act(ctx: Ctx, { notice, delivery, receivedAt, messageHash }: ToAct): Promise<Found> {
  if (notice.kind === 'bounce') return bounced(ctx, { notice, delivery, receivedAt });
  if (notice.kind === 'complaint') {
    await recordBounce(ctx, { ...delivery, kind: 'complaint', code: notice.code, occurredAt: receivedAt });
    return 'complaint';
  }
  const subject = notice.kind === 'reply' ? notice.subject : '';
  await recordReply(ctx, { ...delivery, kind: notice.kind, subject, receivedAt, messageHash });
  return notice.kind;
}

interface Bounced {
  notice: Extract<Notice, { kind: 'bounce' }>;
  delivery: Delivery;
  receivedAt: Date;
}

async function bounced(ctx: Ctx, { notice, delivery, receivedAt }: Bounced): Promise<Found> {
  const { severity, code, recipient } = notice;
  if (severity === 'delay') return 'delay';
  await recordBounce(ctx, { ...delivery, kind: severity, code, recipient, occurredAt: receivedAt });
  return 'bounce';
}

import type { Ctx } from '#ground/context.ts';
import type { ContactAnswer, ContactChannel, ContactFacts, ContactPurpose } from '#rooms/consent/index.ts';
import { decideContact, listContactFacts, NOT_HERE } from '#rooms/consent/index.ts';
import type { ContactState } from './schema-parts.ts';
import { CONTACT_CHANNELS } from './types.ts';

/** How a plan names a way of contact, and how permission does; portal and newsletter are no word from one human to another. */
const WAYS: Record<string, ContactChannel> = {
  mail: 'mail',
  phone: 'phone',
  meeting: 'meeting',
  linkedin: 'linkedin',
  letter: 'post',
};
/** A messenger is no way that a plan can name, but an own answer may open it. */
const ALL_WAYS: readonly ContactChannel[] = ['mail', 'phone', 'meeting', 'linkedin', 'post'];

export const waysOf = (planChannels: readonly string[] | null): readonly ContactChannel[] =>
  planChannels === null
    ? ALL_WAYS
    : planChannels.flatMap((channel) => {
        const way = WAYS[channel];
        return way === undefined ? [] : [way];
      });

export interface Due {
  talent_id: string;
  channels: string[] | null;
}

/**
 * Those of them whom a personal word may reach by at least one of the ways (NL-1); the facts of all are read at once.
 * @param purposes any of them is enough; a permission that ends may also be asked about
 */
export async function keepReachable<D extends Due>(
  ctx: Ctx,
  due: readonly D[],
  purposes: readonly ContactPurpose[] = ['personal'],
): Promise<D[]> {
  const facts = await listContactFacts(
    ctx,
    due.map(({ talent_id }) => talent_id),
  );
  return due.filter(({ talent_id, channels }) => {
    const known = facts.get(talent_id) ?? NOT_HERE;
    return purposes.some((purpose) =>
      waysOf(channels).some((channel) => isAllowed(ctx, known, { talent_id, channel, purpose })),
    );
  });
}

const isAllowed = (
  { now }: Ctx,
  facts: ContactFacts,
  { talent_id, channel, purpose }: { talent_id: string; channel: ContactChannel; purpose: ContactPurpose },
) => decideContact(facts, { talentId: talent_id, channel, purpose }, now).isAllowed;

/** Every way of contact with its reasons, for the people of a page. */
export async function contactStates(ctx: Ctx, talentIds: readonly string[]): Promise<Map<string, ContactState[]>> {
  const facts = await listContactFacts(ctx, talentIds);
  return new Map(
    talentIds.map((talentId) => [
      talentId,
      CONTACT_CHANNELS.map((channel): ContactState => {
        const answer: ContactAnswer = decideContact(
          facts.get(talentId) ?? NOT_HERE,
          { talentId, channel, purpose: 'personal' },
          ctx.now,
        );
        return { channel, isAllowed: answer.isAllowed, reasons: answer.reasons };
      }),
    ]),
  );
}

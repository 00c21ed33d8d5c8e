import type { Ctx } from '#ground/context.ts';
import { isOneAddress } from '#ground/mail/one-line.ts';
import type { Sender } from '../identities/sender.ts';
import { domainOf } from '../identities/sender.ts';

/** The member who writes to somebody. */
export interface Writer {
  name: string;
  email: string;
}

/**
 * A sender as a member's own: their name, and their address where it lies in the same mail domain (another one would not be signed).
 * Answers go to them, and to the mailbox that is read, so that Today knows of the answer too.
 */
export function asWriter(sender: Sender, { name, email }: Writer): Sender {
  const isOwnDomain = isOneAddress(email) && domainOf(email) === domainOf(sender.from.address);
  const address = isOwnDomain ? email : sender.from.address;
  const answers = [
    ...new Set([...(isOneAddress(email) ? [email] : []), ...(sender.readAddress ? [sender.readAddress] : [])]),
  ];
  const isFromEnough = answers.length === 1 && answers[0] === address;
  return { ...sender, from: { name, address }, replyTo: isFromEnough ? [] : answers };
}

/** Whoever began the letter. Who left the company meanwhile signs nothing any more: their letter is left out. */
export async function inNameOf({ db }: Pick<Ctx, 'db'>, campaignId: string, sender: Sender): Promise<Sender> {
  const writer = await db
    .selectFrom('campaigns')
    .innerJoin('members', 'members.id', 'campaigns.created_by')
    .select(['members.name', 'members.email'])
    .where('campaigns.id', '=', campaignId)
    .where('members.disabled_at', 'is', null)
    .executeTakeFirst();
  return writer ? asWriter(sender, writer) : sender;
}

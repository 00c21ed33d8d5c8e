import type { Ctx } from '../context.ts';

/** A mail that is about to be handed over. */
export interface MailToGo {
  /** Team member, talent, or somebody who waits without permission. */
  aboutId: string;
  purpose: string | null;
  topicId: string | null;
}

export type Permission = { isAllowed: true } | { isAllowed: false; because: string };

interface Gate {
  /** Nothing leaves at all, e.g. because this is a copy of the installation; what waits stays. */
  isShut: (ctx: Ctx) => Promise<boolean>;
  mayStillGo: (ctx: Ctx, mail: MailToGo) => Promise<Permission>;
}

let gate: Gate | undefined;

/** The room that knows about permission stands in the only way to the mail server. */
export function provideMailGate(own: Gate): void {
  gate = own;
}

export const isShut = async (ctx: Ctx): Promise<boolean> => gate !== undefined && gate.isShut(ctx);

/** Who says what a mail is for is asked; without somebody to ask, it stays (LO-5). */
export async function mayStillGo(ctx: Ctx, mail: MailToGo): Promise<Permission> {
  if (gate) return gate.mayStillGo(ctx, mail);
  return mail.purpose === null ? { isAllowed: true } : { isAllowed: false, because: 'not_known' };
}

import type { MailServer } from '#ground/mail/server-address.ts';
import type { Belt } from './belt.ts';
import type { Ledger } from './ledger.ts';
import type { Ready } from './ready.ts';
import type { Outcome, Session } from './smtp-session.ts';
import { openSession } from './smtp-session.ts';
import { WireError } from './smtp-wire.ts';

export interface Courier {
  server: MailServer;
  belt: Belt<Ready>;
  ledger: Ledger;
  /** Whether this letter may go now, e.g. because its domain asked for patience a moment ago; otherwise it was put back. */
  mayGo: (letter: Ready) => boolean;
  /** What became of a letter. */
  settle: (letter: Ready, outcome: Outcome) => void;
  /** It was never offered, or not taken back in time: as if nothing had been. */
  release: (letter: Ready) => void;
}

/** One connection, kept busy: while the answer to one letter is on its way, the next is offered already. @throws WireError when the server cannot be reached */
export async function carry(courier: Courier): Promise<void> {
  let session: Session | undefined;
  let letter = await nextFor(courier);
  let offered: Promise<Outcome | undefined> | undefined;
  try {
    while (letter) {
      if (!session?.isOpen()) [session, offered] = [await reopen(courier, letter), undefined];
      const step: Step = await deliver(courier, session, letter, offered);
      letter = step.next ?? (await nextFor(courier));
      offered = step.next ? step.offered : undefined;
    }
  } finally {
    session?.close();
  }
}

async function nextFor({ belt, mayGo }: Courier): Promise<Ready | undefined> {
  for (let letter = await belt.take(); letter; letter = await belt.take()) if (mayGo(letter)) return letter;
  return undefined;
}

async function reopen(courier: Courier, letter: Ready): Promise<Session> {
  try {
    return await openSession(courier.server);
  } catch (error) {
    courier.release(letter);
    throw error instanceof WireError ? error : new WireError('unreachable');
  }
}

interface Step {
  next?: Ready | undefined;
  offered?: Promise<Outcome | undefined> | undefined;
}

const broken = (error: unknown): Outcome => ({
  kind: 'put_off',
  code: error instanceof WireError ? error.code : 'not_sent',
});

async function deliver(
  courier: Courier,
  session: Session,
  letter: Ready,
  offered: Promise<Outcome | undefined> | undefined,
): Promise<Step> {
  const refused = await (offered ?? session.offer(letter.envelope)).catch(broken);
  if (refused) {
    courier.settle(letter, refused);
    await takeBack(session);
    return {};
  }
  if (!(await mayBegin(courier, letter))) {
    await takeBack(session);
    return {};
  }
  const halted = await session.begin().catch(broken);
  if (halted) {
    courier.settle(letter, halted);
    return {};
  }
  return handOver(courier, session, letter);
}

/** False: it is somebody else's by now, or nobody may have it; or the database cannot say. */
const mayBegin = ({ ledger }: Courier, { claim }: Ready): Promise<boolean> => ledger.begin(claim).catch(() => false);

const takeBack = (session: Session): Promise<void> =>
  session.isOpen() ? session.withdraw().catch(() => session.close()) : Promise.resolve();

async function handOver(courier: Courier, session: Session, letter: Ready): Promise<Step> {
  const next = grabFor(courier);
  const { outcome, offered } = session.finish(letter.raw, next?.envelope);
  courier.settle(letter, await outcome);
  return { next, offered };
}

function grabFor({ belt, mayGo }: Courier): Ready | undefined {
  for (let letter = belt.grab(); letter; letter = belt.grab()) if (mayGo(letter)) return letter;
  return undefined;
}

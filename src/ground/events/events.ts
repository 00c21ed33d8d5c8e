import type { Ctx, Emit } from '../context.ts';
import type { EventName, Events } from './news.ts';

type Handler<N extends EventName> = (ctx: Ctx, payload: Events[N]) => Promise<void>;

/** News that goes down the stairs. Handlers run one after the other in the transaction of the one who has the news. */
export function eventBoard() {
  const handlers = new Map<string, Handler<never>[]>();

  function on<N extends EventName>(name: N, handler: Handler<N>) {
    handlers.set(name, [...(handlers.get(name) ?? []), handler]);
  }

  const emit: Emit = async (ctx, name, payload) => {
    for (const handler of handlers.get(name) ?? []) await handler(ctx, payload as never);
  };

  return { on, emit };
}

export type EventBoard = ReturnType<typeof eventBoard>;

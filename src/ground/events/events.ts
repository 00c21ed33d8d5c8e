import type { Ctx } from '../context.ts';

/** Rooms add their events here by declaration merging: `'talents.merged': { keptId: string; goneId: string }`. */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- rooms merge into it
export interface Events {}

export type EventName = keyof Events & string;
export type Emit = <N extends EventName>(ctx: Ctx, name: N, payload: Events[N]) => Promise<void>;
type Handler<N extends EventName> = (ctx: Ctx, payload: Events[N]) => Promise<void>;

/** News that goes down the stairs. Handlers run one after the other in the transaction of the one who has the news. */
export function eventBoard() {
  const handlers = new Map<string, Handler<never>[]>();

  function on<N extends EventName>(name: N, handler: Handler<N>) {
    handlers.set(name, [...(handlers.get(name) ?? []), handler as Handler<never>]);
  }

  const emit: Emit = async (ctx, name, payload) => {
    for (const handler of handlers.get(name) ?? []) await (handler as Handler<typeof name>)(ctx, payload);
  };

  return { on, emit };
}

export type EventBoard = ReturnType<typeof eventBoard>;

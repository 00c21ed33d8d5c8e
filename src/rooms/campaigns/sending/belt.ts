/** Letters on their way from the desk to the wires; a few batches at most, so that memory stays flat however many there are. */
export interface Belt<T> {
  put: (items: readonly T[]) => void;
  /** Waits for the next one; undefined: nothing comes any more. */
  take: () => Promise<T | undefined>;
  /** The next one, if it lies there already. */
  grab: () => T | undefined;
  /** When fewer than so many are left. */
  below: (count: number) => Promise<void>;
  /** Nothing more comes; what lies on it is still carried. */
  end: () => void;
  /** Nothing more is carried; what lies on it is returned. */
  close: () => T[];
  isClosed: () => boolean;
}

export function openBelt<T>(): Belt<T> {
  let items: T[] = [];
  let next = 0;
  let isClosed = false;
  const waiting: ((item: T | undefined) => void)[] = [];
  let low: { count: number; resolve: () => void }[] = [];

  const left = () => items.length - next;
  const tell = () => {
    if (low.length === 0) return;
    const [now, later] = [
      low.filter(({ count }) => left() < count || isClosed),
      low.filter(({ count }) => left() >= count && !isClosed),
    ];
    low = later;
    for (const { resolve } of now) resolve();
  };
  const grab = (): T | undefined => {
    const item = items[next];
    if (item === undefined) return undefined;
    next += 1;
    if (next === items.length) [items, next] = [[], 0];
    tell();
    return item;
  };

  const end = () => {
    isClosed = true;
    for (const resolve of waiting.splice(0)) resolve(undefined);
    tell();
  };

  return {
    grab,
    put: (more) => {
      if (isClosed) return;
      items = [...items.slice(next), ...more];
      next = 0;
      while (waiting.length > 0 && left() > 0) waiting.shift()?.(grab());
    },
    take: async () => {
      const item = grab();
      if (item !== undefined || isClosed) return item;
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    below: async (count) => {
      if (isClosed || left() < count) return;
      await new Promise<void>((resolve) => {
        low.push({ count, resolve });
      });
    },
    end,
    close: () => {
      const rest = items.slice(next);
      [items, next] = [[], 0];
      end();
      return rest;
    },
    isClosed: () => isClosed,
  };
}

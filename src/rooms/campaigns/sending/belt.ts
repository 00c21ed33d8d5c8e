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
  const row = openRow<T>();
  const low = openLowWater(row.left);
  const waiting: ((item: T | undefined) => void)[] = [];
  let isClosed = false;

  const grab = (): T | undefined => {
    const item = row.shift();
    low.look();
    return item;
  };
  const end = () => {
    isClosed = true;
    for (const resolve of waiting.splice(0)) resolve(undefined);
    low.open();
  };
  const nextToCome = () =>
    new Promise<T | undefined>((resolve) => {
      waiting.push(resolve);
    });

  return {
    grab,
    put: (more) => {
      if (isClosed) return;
      row.push(more);
      while (waiting.length > 0 && row.left() > 0) waiting.shift()?.(grab());
    },
    take: async () => {
      const item = grab();
      return item !== undefined || isClosed ? item : nextToCome();
    },
    below: low.below,
    end,
    close: () => {
      const rest = row.clear();
      end();
      return rest;
    },
    isClosed: () => isClosed,
  };
}

/** First in, first out; taking one costs the same however many there are. */
function openRow<T>() {
  let items: T[] = [];
  let next = 0;
  return {
    left: () => items.length - next,
    push: (more: readonly T[]) => {
      items = [...items.slice(next), ...more];
      next = 0;
    },
    shift: (): T | undefined => {
      const item = items[next];
      if (item !== undefined) next += 1;
      return item;
    },
    clear: (): T[] => {
      const rest = items.slice(next);
      [items, next] = [[], 0];
      return rest;
    },
  };
}

/** Who waits until few are left. */
function openLowWater(left: () => number) {
  let waiting: { count: number; resolve: () => void }[] = [];
  let isOpen = false;
  const isLow = (count: number) => isOpen || left() < count;
  const look = () => {
    if (waiting.length === 0) return;
    const due = waiting.filter(({ count }) => isLow(count));
    waiting = waiting.filter(({ count }) => !isLow(count));
    for (const { resolve } of due) resolve();
  };
  return {
    look,
    /** Nobody waits any more. */
    open: () => {
      isOpen = true;
      look();
    },
    below: async (count: number): Promise<void> => {
      if (isLow(count)) return;
      await new Promise<void>((resolve) => {
        waiting.push({ count, resolve });
      });
    },
  };
}

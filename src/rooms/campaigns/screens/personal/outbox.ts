export interface Posting {
  /** Before it has left. @returns whether that was still possible */
  takeBack: () => boolean;
}

let waiting = 0;

/** Sends after a while; until then it can be taken back, and a window that is closed asks first. */
export function postAfter(ms: number, send: () => Promise<void>): Posting {
  let state: 'waiting' | 'over' = 'waiting';
  const end = () => {
    if (state === 'over') return false;
    state = 'over';
    watchLeaving(-1);
    return true;
  };
  const timer = setTimeout(() => {
    if (end()) void send();
  }, ms);
  watchLeaving(1);
  return {
    takeBack: () => {
      clearTimeout(timer);
      return end();
    },
  };
}

export const waitingLetters = (): number => waiting;

function watchLeaving(by: 1 | -1): void {
  const before = waiting;
  waiting += by;
  if (before === 0) globalThis.addEventListener?.('beforeunload', ask);
  if (waiting === 0) globalThis.removeEventListener?.('beforeunload', ask);
}

const ask = (event: Event) => event.preventDefault();

import { useState } from 'react';
import type { OpenAct } from './OpenedEntry.tsx';
import { nextOpen, type Slot } from './slots.ts';

interface Choice {
  /** Undefined: nobody chose yet; null: folded by hand. */
  id: string | null | undefined;
  act: OpenAct | undefined;
  takesFocus: boolean;
}

/** Which person is open, and which of the small forms. `startsOpen`: the first one opens by itself. */
export function useOpenEntry(slots: readonly Slot[], { startsOpen }: { startsOpen: boolean }) {
  const [choice, setChoice] = useState<Choice>({ id: undefined, act: undefined, takesFocus: false });
  const open = slots.filter(({ kind }) => kind === 'open');
  const first = startsOpen ? open[0]?.talentId : undefined;
  const isThere = open.some(({ talentId }) => talentId === choice.id);
  const openId = isThere ? choice.id : choice.id === null ? undefined : first;
  return {
    openId: openId ?? undefined,
    act: isThere || choice.id === undefined ? choice.act : undefined,
    takesFocus: choice.takesFocus,
    choose: (id: string | null) => setChoice({ id, act: undefined, takesFocus: true }),
    setAct: (act: OpenAct | undefined) => setChoice({ id: openId, act, takesFocus: true }),
    goOnFrom: (talentId: string) =>
      setChoice({ id: nextOpen(slots, talentId) ?? null, act: undefined, takesFocus: true }),
  };
}

export type OpenEntry = ReturnType<typeof useOpenEntry>;

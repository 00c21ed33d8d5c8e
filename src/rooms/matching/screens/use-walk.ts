import { useRef, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';

export interface Walk {
  openId: string | undefined;
  toggle: (talentId: string) => void;
  /** The row that has the focus, so that keys go on from there. */
  arrive: (talentId: string) => void;
}

interface WalkOptions {
  /** In the order of the page. */
  talentIds: readonly string[];
  /** Marks or unmarks; left out where nobody may. */
  onMark?: ((talentId: string) => void) | undefined;
}

/** J and K lead from name to name and take the open reasons along; Enter opens, Escape closes, X marks. */
export function useWalk({ talentIds, onMark }: WalkOptions) {
  const t = useMessages('matching');
  const list = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<string>();
  const [hereId, arrive] = useState<string>();
  const here = hereId ?? openId;
  const goTo = (talentId: string | undefined) => {
    if (talentId === undefined) return;
    arrive(talentId);
    if (openId !== undefined) setOpenId(talentId);
    focusOn(list.current, talentId);
  };
  const go = (step: number) => {
    const at = here === undefined ? -1 : talentIds.indexOf(here);
    goTo(talentIds[Math.min(talentIds.length - 1, Math.max(0, at + step))]);
  };
  const close = () => {
    setOpenId(undefined);
    focusOn(list.current, openId);
  };
  useShortcuts([
    { keys: 'j', label: t('keys.next'), run: () => go(1) },
    { keys: 'k', label: t('keys.previous'), run: () => go(-1) },
    ...(onMark && here !== undefined ? [{ keys: 'x', label: t('keys.mark'), run: () => onMark(here) }] : []),
    ...(openId === undefined ? [] : [{ keys: 'escape', label: t('keys.close'), run: close }]),
  ]);
  const walk: Walk = {
    openId,
    arrive,
    toggle: (talentId) => setOpenId(openId === talentId ? undefined : talentId),
  };
  return { list, walk };
}

function focusOn(list: HTMLElement | null, talentId: string | undefined) {
  const row = talentId && list?.querySelector(`[data-talent="${talentId}"]`);
  const name = row ? row.querySelector<HTMLElement>('button[aria-expanded]') : null;
  name?.focus({ preventScroll: true });
  name?.scrollIntoView({ block: 'nearest' });
}

import { type RefObject, useEffect, useRef } from 'react';

/**
 * A form that was opened by its address or by a key may stand far below on a long page: it is brought into the picture, and its first field
 * takes the focus. One form is open at a time.
 * @returns where to look for it
 */
export function useOpenedForm(act: string | undefined): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = act === undefined ? null : place.current?.querySelector('form');
    if (!form) return;
    form.scrollIntoView({ block: 'center' });
    form.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
  }, [act]);
  return place;
}

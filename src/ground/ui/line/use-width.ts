import { type RefObject, useEffect, useRef, useState } from 'react';

/** Width of an element in px, followed while `watch` is on; 360 before the first measurement. */
export function useWidth<E extends HTMLElement>(watch: boolean): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(360);
  useEffect(() => {
    const place = element.current;
    if (!watch || !place) return undefined;
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(80, Math.floor(entry.contentRect.width))),
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, [watch]);
  return [element, width];
}

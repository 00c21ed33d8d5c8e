import { useEffect, useRef, useState } from 'react';
import { type Scheme, showLetter } from './letter-document.ts';
import styles from './preview.module.css';

/** Px of the window in which the letter is read. */
export const WIDTHS = { phone: 390, desktop: 680 } as const;
export type FrameWidth = keyof typeof WIDTHS;

interface LetterFrameProps {
  title: string;
  html: string;
  width: FrameWidth;
  scheme: Scheme;
}

/** The letter as a mail program draws it. Where the screen is narrower than the window, it is shown smaller, not other. */
export function LetterFrame({ title, html, width, scheme }: LetterFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(480);
  const room = useRoom(place);
  const scale = room === 0 ? 1 : Math.min(1, room / WIDTHS[width]);
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return undefined;
    const show = () => {
      showLetter(shown, html, scheme);
      setHeight(heightOf(shown));
    };
    show();
    // Some browsers replace the first, empty page once.
    shown.addEventListener('load', show);
    const body = shown.contentDocument?.body;
    const watcher = new ResizeObserver(() => setHeight(heightOf(shown)));
    if (body) watcher.observe(body);
    return () => {
      shown.removeEventListener('load', show);
      watcher.disconnect();
    };
  }, [html, scheme]);
  return (
    <div ref={place} className={styles.place} style={{ height: height * scale }}>
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin"
        className={styles.frame}
        style={{ width: WIDTHS[width], height, transform: `scale(${scale})`, marginLeft: -WIDTHS[width] / 2 }}
      />
    </div>
  );
}

const heightOf = ({ contentDocument }: HTMLIFrameElement) =>
  Math.max(160, Math.ceil(contentDocument?.body.getBoundingClientRect().height ?? 0));

function useRoom(place: { current: HTMLElement | null }): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watcher = new ResizeObserver(() => setRoom(element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [place]);
  return room;
}

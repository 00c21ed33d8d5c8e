import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import styles from './room-tabs.module.css';

interface Part {
  /** Address of the page. */
  to: string;
  name: string;
}

interface RoomTabsProps {
  label: string;
  parts: readonly Part[];
  /** In a bar that has its own edges. */
  inBar?: boolean;
}

/** The parts of a room as words; the one that is open has the rule of ink below. */
export function RoomTabs({ label, parts, inBar = false }: RoomTabsProps) {
  const tabs = useRef<HTMLElement>(null);
  const pathname = useLocation({ select: (location) => location.pathname });
  useEffect(() => showPart(tabs.current, pathname), [pathname]);
  return (
    <nav ref={tabs} className={styles.tabs} data-in-bar={inBar} aria-label={label}>
      {parts.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the words run out of the picture; the open one is brought back into it. Only the words move, never the page. */
function showPart(tabs: HTMLElement | null, pathname: string) {
  const open = [...(tabs?.querySelectorAll('a') ?? [])].find((part) => part.pathname === pathname);
  if (!tabs || !open) return;
  const [all, one] = [tabs.getBoundingClientRect(), open.getBoundingClientRect()];
  tabs.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2);
}

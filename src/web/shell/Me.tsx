import { lazy, Suspense, useState } from 'react';
import { MeButton } from './MeButton.tsx';

const loadMenu = () => import('./MeMenu.tsx').then(({ MeMenu }) => ({ default: MeMenu }));
const MeMenu = lazy(loadMenu);

/** The member's name at the end of the navigation. Its menu is fetched when somebody reaches for it. */
export function Me({ onHelp }: { onHelp: () => void }) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <MeButton aria-haspopup="menu" onPointerEnter={() => void loadMenu()} onClick={() => setWanted(true)} />
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MeMenu onHelp={onHelp} />
    </Suspense>
  );
}

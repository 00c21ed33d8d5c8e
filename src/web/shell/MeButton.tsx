import { type ComponentProps, lazy, Suspense, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Monogram } from '#ground/ui/PersonName.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import styles from './me-menu.module.css';

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

export function MeButton(props: ComponentProps<'button'>) {
  const t = useMessages('web');
  const member = useSession()?.member;
  if (!member) return null;
  return (
    <button type="button" {...props} className={styles.me} aria-label={t('me.menu', { name: member.name })}>
      <Monogram name={member.name} />
      <span className={styles.words}>
        {member.name}
        <span className={styles.role}>{t(`role.${member.role}`)}</span>
      </span>
    </button>
  );
}

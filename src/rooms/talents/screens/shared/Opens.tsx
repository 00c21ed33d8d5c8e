import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from '#ground/ui/Icon.tsx';
import styles from './popup.module.css';

/** Words on a button that opens a menu, with the sign for it behind. */
export const Opens = ({ children }: { children: ReactNode }) => (
  <span className={styles.opens}>
    {children} <Icon of={IconChevronDown} />
  </span>
);

import { Popover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { useSurface } from '#ground/ui/surface.ts';
import styles from './popup.module.css';

interface PopupProps {
  /** The button it hangs on. */
  trigger: ReactElement;
  label: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}

/** A small surface beside its button; Esc closes it and gives the focus back. */
export function Popup({ trigger, label, open, onOpen, children }: PopupProps) {
  return (
    <Popover.Root open={open} onOpenChange={onOpen}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal container={useSurface()}>
        <Popover.Positioner sideOffset={6} align="start" collisionPadding={12} className={styles.place}>
          <Popover.Popup aria-label={label} className={styles.popup}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

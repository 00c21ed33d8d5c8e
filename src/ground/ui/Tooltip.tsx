import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { useSurface } from './surface.ts';
import styles from './tooltip.module.css';

/** A hint on ink after 400 ms. What it says must also be reachable without a mouse. */
export function Tooltip({ hint, children }: { hint: ReactNode; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger delay={400} render={children} />
      <Base.Portal container={useSurface()}>
        <Base.Positioner sideOffset={6} className={styles.place}>
          <Base.Popup className={styles.hint}>{hint}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

import { Menu as Base } from '@base-ui/react/menu';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { KeyCap } from './KeyCap.tsx';
import styles from './menu.module.css';
import { useSurface } from './surface.ts';

interface MenuProps {
  /** The button that opens it, usually a `<Button>`. */
  trigger: ReactElement;
  children: ReactNode;
  side?: 'top' | 'bottom' | 'right';
  align?: 'start' | 'end';
  /** Already open when it appears, for menus that are loaded on the first click. */
  startsOpen?: boolean;
}

export function Menu({ trigger, children, side = 'bottom', align = 'start', startsOpen = false }: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen={startsOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={useSurface()}>
        <Base.Positioner side={side} align={align} sideOffset={4} className={styles.place}>
          <Base.Popup className={styles.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  onChoose: () => void;
  keys?: string;
  risk?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ onChoose, keys, risk, disabled, children }: MenuItemProps) {
  return (
    <Base.Item className={styles.item} data-risk={risk} disabled={disabled} onClick={onChoose}>
      <span className={styles.words}>{children}</span>
      {keys && <KeyCap keys={keys} />}
    </Base.Item>
  );
}

interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}

/** A small group of alternatives, the current one with a tick. */
export function MenuChoice<Value extends string>({ label, value, options, onChoose }: MenuChoiceProps<Value>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles.label}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(chosen: Value) => onChoose(chosen)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={styles.item} closeOnClick={false}>
            <span className={styles.words}>{option.label}</span>
            <Base.RadioItemIndicator>
              <Icon of={IconCheck} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export const MenuLine = () => <Base.Separator className={styles.line} />;

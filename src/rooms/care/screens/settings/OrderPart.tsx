import { type KeyboardEvent, useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Icon } from '#ground/ui/Icon.tsx';
import type { Today } from '../../schema-today.ts';
import { REMINDER_KINDS, type ReminderKind } from '../../types.ts';
import { REASON_ICONS } from '../today/reason-icons.ts';
import { movedKind } from './order.ts';
import styles from './settings.module.css';

interface OrderPartProps {
  order: readonly ReminderKind[];
  phase: Today['phase'];
  onOrder: (order: ReminderKind[]) => void;
}

/** The order of reasons: with Alt and an arrow, or by the two buttons. */
export function OrderPart({ order, phase, onOrder }: OrderPartProps) {
  const t = useMessages('care');
  const list = useRef<HTMLOListElement>(null);
  const move = (kind: ReminderKind, by: 1 | -1) => onOrder(movedKind(order, kind, by));
  const keys = (event: KeyboardEvent, kind: ReminderKind) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(kind, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <>
      <p className={styles.quiet}>
        {t(phase ? `settings.order_help.${phase}` : 'settings.order_help.none')}{' '}
        <span className={styles.keys}>{t('settings.order_keys')}</span>
      </p>
      <ol ref={list} className={styles.order}>
        {order.map((kind, i) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Alt and an arrow move the whole line
          <li key={kind} onKeyDown={(event) => keys(event, kind)}>
            <span className={styles.number}>{i + 1}</span>
            <Icon of={REASON_ICONS[kind]} />
            <span className={styles.kind}>
              {t(`kind.${kind}`)}
              <span className={styles.note}>{t(`kind_help.${kind}`)}</span>
            </span>
            <Button
              look="bare"
              hidden={i === 0}
              aria-label={t('settings.up_named', { kind: t(`kind.${kind}`) })}
              onClick={() => move(kind, -1)}
            >
              ↑
            </Button>
            <Button
              look="bare"
              hidden={i === order.length - 1}
              aria-label={t('settings.down_named', { kind: t(`kind.${kind}`) })}
              onClick={() => move(kind, 1)}
            >
              ↓
            </Button>
          </li>
        ))}
      </ol>
      {order.join() !== REMINDER_KINDS.join() && (
        <Button look="bare" className={styles.reset} onClick={() => onOrder([...REMINDER_KINDS])}>
          {t('settings.usual_order')}
        </Button>
      )}
    </>
  );
}

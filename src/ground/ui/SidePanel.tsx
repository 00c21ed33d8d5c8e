import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from './Button.tsx';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';
import styles from './side-panel.module.css';

interface SidePanelProps {
  label: string;
  onClose: () => void;
  /** "8 von 47" and the keys to walk. */
  place?: ReactNode;
  onPrevious?: () => void;
  onNext?: () => void;
  onOpenPage?: () => void;
  children: ReactNode;
}

/** Lies over the right columns of a list, 448 px; on the phone it is the page. The list gives it the row's place. */
export function SidePanel({ label, onClose, place, onPrevious, onNext, onOpenPage, children }: SidePanelProps) {
  const t = useMessages('ui');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const openPage = () => document.activeElement === panel.current && onOpenPage?.();
  useShortcuts([
    { keys: 'escape', label: t('panel.back'), run: onClose },
    ...(onPrevious ? [{ keys: '[', label: t('panel.previous'), run: onPrevious }] : []),
    ...(onNext ? [{ keys: ']', label: t('panel.next'), run: onNext }] : []),
    ...(onOpenPage ? [{ keys: 'enter', label: t('panel.whole_page'), run: openPage }] : []),
  ]);
  return (
    <aside ref={panel} tabIndex={-1} aria-label={label} className={styles.panel}>
      <div className={styles.head}>
        {onPrevious && <StepButton sign="[" label={t('panel.previous')} onClick={onPrevious} />}
        {onNext && <StepButton sign="]" label={t('panel.next')} onClick={onNext} />}
        <span className={styles.place}>{place}</span>
        {onOpenPage && (
          <Button look="bare" keys="enter" onClick={onOpenPage}>
            {t('panel.whole_page')}
          </Button>
        )}
        <Button look="bare" keys="escape" onClick={onClose}>
          {t('panel.back')}
        </Button>
      </div>
      {children}
    </aside>
  );
}

function StepButton({ sign, label, onClick }: { sign: string; label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.step} aria-label={label} title={label} onClick={onClick}>
      {sign}
    </button>
  );
}

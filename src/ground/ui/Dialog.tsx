import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './dialog.module.css';
import { SurfaceContext } from './surface.ts';

interface DialogProps {
  open: boolean;
  /** Called on Esc and on a click outside. */
  onClose: () => void;
  /** The question. */
  title: string;
  children?: ReactNode;
  /** The answers, as buttons that name their effect. */
  answers: ReactNode;
  width?: 'normal' | 'wide';
}

/** Only for what cannot be undone or needs a reason. The browser keeps the focus inside and gives it back. */
export function Dialog({ open, onClose, title, children, answers, width = 'normal' }: DialogProps) {
  const id = useId();
  return (
    <ModalSurface open={open} onClose={onClose} labelledBy={id} className={`${styles.dialog} ${styles[width]}`}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children && <div className={styles.body}>{children}</div>}
      <div className={styles.answers}>{answers}</div>
    </ModalSurface>
  );
}

interface ModalSurfaceProps {
  open: boolean;
  onClose: () => void;
  label?: string;
  labelledBy?: string;
  className?: string;
  children: ReactNode;
}

/** What lies on top of everything: dialog, palette, help. Nothing is rendered while it is closed. */
export function ModalSurface({ open, onClose, label, labelledBy, className, children }: ModalSurfaceProps) {
  const surface = useRef<HTMLDialogElement>(null);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const dialog = surface.current;
    if (!open || !dialog) return undefined;
    const before = document.activeElement;
    dialog.showModal();
    setPlace(dialog);
    return () => {
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside the dialog; Esc does the same
    <dialog
      ref={surface}
      aria-label={label}
      aria-labelledby={labelledBy}
      className={className}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === surface.current && onClose()}
    >
      <SurfaceContext value={place}>
        <div className={styles.inside}>{children}</div>
      </SurfaceContext>
    </dialog>
  );
}

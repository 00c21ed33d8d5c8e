import { type ReactNode, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import textStyles from '#ground/ui/text.module.css';
import { useProfileEditing } from '../editing.ts';
import styles from '../talent-profile.module.css';

interface PartListProps<Part> {
  title: string;
  empty: string;
  parts: readonly Part[];
  renderLine: (part: Part) => ReactNode;
  /** What the button that opens the form is called for screen readers, "Mail oder Telefon dazu". */
  addLabel: string;
  renderForm: (close: () => void) => ReactNode;
}

/** Parts of a person under a heading, and a form that opens in place to add one. */
export function PartList<Part extends { id: string }>({
  title,
  empty,
  parts,
  renderLine,
  addLabel,
  renderForm,
}: PartListProps<Part>) {
  const t = useMessages('talents');
  const { mayEdit } = useProfileEditing();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={title}
      extra={
        mayEdit && (
          <button
            type="button"
            className={textStyles.link}
            aria-label={addLabel}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t('part.add')}
          </button>
        )
      }
    >
      {isOpen && renderForm(() => setOpen(false))}
      {parts.length === 0 && !isOpen && <p className={styles.empty}>{empty}</p>}
      <ul className={styles.list}>
        {parts.map((part) => (
          <li key={part.id} className={styles.item}>
            {renderLine(part)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The small cross beside a part; it can be taken back. */
export function RemovePart({ label, busy, onRemove }: { label: string; busy: boolean; onRemove: () => void }) {
  const { mayEdit } = useProfileEditing();
  if (!mayEdit) return null;
  return (
    <button type="button" className={styles.remove} aria-label={label} title={label} disabled={busy} onClick={onRemove}>
      ×
    </button>
  );
}

import { useMessages } from '#ground/i18n/use-messages.ts';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { FileButton } from './FileButton.tsx';
import styles from './empty-inventory.module.css';

const KINDS = ['tables', 'vcards', 'linkedin', 'cvs'] as const;

/** Nobody is known yet: what can be dropped, one sentence each. */
export function EmptyInventory() {
  const t = useMessages('inventory');
  const mayImport = useMay('inventory.import');
  return (
    <div className={styles.place}>
      <EmptyState actions={mayImport && <FileButton look="filled" />}>{t('empty.why')}</EmptyState>
      <dl className={styles.kinds}>
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>{t(`empty.kind.${kind}.name`)}</dt>
            <dd>{t(`empty.kind.${kind}.what`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.promise}>{t('empty.promise')}</p>
    </div>
  );
}

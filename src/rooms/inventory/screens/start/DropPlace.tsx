import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './drop-place.module.css';
import { addFiles } from './uploads.ts';

/** Takes files that are dropped anywhere on the page, and says so while they hover. */
export function DropPlace({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const t = useMessages('inventory');
  const count = useDrop(enabled);
  return (
    <>
      {children}
      {count !== undefined && (
        <output className={styles.over}>
          <span>{count > 0 ? t('drop.over', { count }) : t('drop.over_unknown')}</span>
        </output>
      )}
    </>
  );
}

/** Number of files that hover over the page; undefined when none do, 0 when the browser does not say. */
function useDrop(enabled: boolean): number | undefined {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (!enabled) return undefined;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setCount(event.dataTransfer?.items.length ?? 0);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setCount(undefined);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setCount(undefined);
      addFiles([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [enabled]);
  return count;
}

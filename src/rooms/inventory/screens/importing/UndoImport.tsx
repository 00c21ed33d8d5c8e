import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { undoImport } from '../../contract.ts';
import type { ImportView } from '../../schema.ts';
import { useImportAct } from './use-import.ts';
import styles from './undo-import.module.css';

/** The one question of an import that needs a dialog: what goes, what stays. */
export function UndoImport({ view, open, onClose }: { view: ImportView; open: boolean; onClose: () => void }) {
  const t = useMessages('inventory');
  const act = useImportAct(undoImport, onClose);
  const { created, updated, held } = view.counts;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('undo.question', { file: view.fileName })}
      answers={
        <>
          <Button look="risk" busy={act.isPending} onClick={() => act.mutate({ params: { importId: view.id } })}>
            {t('undo.yes', { count: created + held })}
          </Button>
          <Button onClick={onClose}>{t('undo.no')}</Button>
        </>
      }
    >
      <ul className={styles.list}>
        {created + held > 0 && <li>{t('undo.goes', { count: created + held })}</li>}
        {updated > 0 && <li>{t('undo.reverts', { count: updated })}</li>}
        <li>{t('undo.stays')}</li>
      </ul>
      {act.error && <ProblemNote problem={act.error} />}
    </Dialog>
  );
}

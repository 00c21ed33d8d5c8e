import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { listChanges } from '../../contract.ts';
import { useFieldWords } from './use-field-words.ts';

export interface Conflict {
  talentId: string;
  field: string;
  /** What I wrote. */
  mine: unknown;
  /** The version I saw, and the one that is there now. */
  seenVersion: number;
  currentVersion: number;
}

interface ConflictDialogProps {
  conflict: Conflict;
  onTheirs: () => void;
  onMine: () => void;
}

/** Two people changed the same field: who changed what when, and both values as answers. */
export function ConflictDialog({ conflict, onTheirs, onMine }: ConflictDialogProps) {
  const t = useMessages('talents');
  const formats = useFormats();
  const valueWord = useFieldWords();
  const { talentId, field, mine, seenVersion } = conflict;
  const { data } = useRead(listChanges, { params: { talentId }, query: { sinceVersion: seenVersion } });
  const change = data?.items.find((one) => one.field === field && !one.isUndone);
  const theirs = change && valueWord(field, change.after);
  const name = change?.by?.name ?? t('conflict.someone');
  const fieldWord = t(`field_accusative.${field}`);
  return (
    <Dialog
      open
      onClose={onTheirs}
      title={t('conflict.title')}
      answers={
        <>
          <Button onClick={onTheirs}>{theirs ?? t('conflict.theirs')}</Button>
          <Button onClick={onMine}>{valueWord(field, mine)}</Button>
        </>
      }
    >
      <p>
        {change
          ? t('conflict.sentence', { name, field: fieldWord, ago: formats.relative(change.at), value: theirs })
          : t('conflict.plain', { field: fieldWord })}
      </p>
    </Dialog>
  );
}

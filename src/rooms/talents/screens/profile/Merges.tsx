import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { undoMerge } from '../../contract.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import { forgetTalents } from '../shared/forget-talents.ts';
import styles from './side-lists.module.css';

/** Records that became part of this one. They can always be separated again. */
export function Merges({ merges }: { merges: TalentProfile['merges'] }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const cache = useQueryClient();
  const mayMerge = useMay('talents.merge');
  const undo = useAct(undoMerge, {
    onDone: () => {
      showToast({ message: t('merge.undone') });
      void forgetTalents(cache);
    },
  });
  return (
    <Section title={t('merge.title')}>
      {undo.error && <ProblemNote problem={undo.error} />}
      <ul className={styles.lines}>
        {merges.map(({ id, goneName, mergedAt, mergedBy }) => (
          <li key={id} className={styles.line}>
            <span>{goneName}</span>
            <span>{formats.dateShort(mergedAt)}</span>
            <span className={styles.why}>{t('merge.by', { name: mergedBy?.name ?? t('conflict.someone') })}</span>
            {mayMerge && (
              <span className={styles.acts}>
                <Button look="bare" busy={undo.isPending} onClick={() => undo.mutate({ params: { mergeId: id } })}>
                  {t('merge.undo')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

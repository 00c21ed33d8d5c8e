import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { addressOf, upload } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import textStyles from '#ground/ui/text.module.css';
import { keepFile, readFile, readTalent, removeFile } from '../../contract.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import { useProfileEditing } from './editing.ts';
import styles from './side-lists.module.css';

type TalentFile = NonNullable<TalentProfile['files']>[number];
const KINDS = '.pdf,.docx';

/** Papers of a person: kept, fetched, and removed for good, which is why removing asks. */
export function Files({ talentId, files }: { talentId: string; files: readonly TalentFile[] }) {
  const t = useMessages('talents');
  const { mayEdit } = useProfileEditing();
  return (
    <Section title={t('file.title')} extra={mayEdit && <AddFile talentId={talentId} />}>
      {files.length === 0 && <p className={styles.quiet}>{t('file.none')}</p>}
      <ul className={styles.lines}>
        {files.map((file) => (
          <FileLine key={file.id} talentId={talentId} file={file} />
        ))}
      </ul>
    </Section>
  );
}

function AddFile({ talentId }: { talentId: string }) {
  const t = useMessages('talents');
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<unknown>();
  const keep = async (file: File | undefined) => {
    if (!file) return;
    try {
      setProblem(undefined);
      // The server looks at the first bytes, not at what the browser takes the file for.
      const bytes = new Blob([file], { type: 'application/octet-stream' });
      await upload(keepFile, { params: { talentId }, query: { fileName: file.name } }, bytes);
      await cache.invalidateQueries({ queryKey: [readTalent.path] });
    } catch (failure) {
      setProblem(failure);
    }
  };
  return (
    <>
      <button
        type="button"
        className={textStyles.link}
        aria-label={t('file.add')}
        onClick={() => input.current?.click()}
      >
        {t('part.add')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={KINDS}
        aria-label={t('file.add')}
        onChange={(event) => {
          void keep(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {problem !== undefined && <ProblemNote problem={problem} />}
    </>
  );
}

function FileLine({ talentId, file }: { talentId: string; file: TalentFile }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const { mayEdit } = useProfileEditing();
  const [isAsking, setAsking] = useState(false);
  const remove = useAct(removeFile, { stale: [readTalent], onDone: () => setAsking(false) });
  const { id, name, sizeBytes, uploadedBy, createdAt } = file;
  const date = formats.dateLong(createdAt);
  const params = { talentId, fileId: id };
  return (
    <li className={styles.line}>
      <a className={textStyles.link} href={addressOf(readFile, { params })} download={name}>
        {name}
      </a>
      <span>{t('file.size', { size: formats.number(Math.max(1, Math.round(sizeBytes / 1024))) })}</span>
      <span className={styles.why}>{uploadedBy ? t('file.by', { name: uploadedBy.name, date }) : date}</span>
      {mayEdit && (
        <span className={styles.acts}>
          <Button look="bare" aria-label={t('part.remove_named', { name })} onClick={() => setAsking(true)}>
            {t('part.remove')}
          </Button>
        </span>
      )}
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('file.remove_ask', { name })}
        answers={
          <>
            <Button look="risk" busy={remove.isPending} onClick={() => remove.mutate({ params })}>
              {t('file.remove')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('bulk.keep')}</Button>
          </>
        }
      >
        <p>{t('file.remove_words')}</p>
        {remove.error && <ProblemNote problem={remove.error} />}
      </Dialog>
    </li>
  );
}

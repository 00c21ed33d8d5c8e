import { Link } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Growing } from '#ground/ui/Growing.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import textStyles from '#ground/ui/text.module.css';
import { forgetUpload, retryUpload, type Upload } from './uploads.ts';
import styles from './upload-list.module.css';

/** Files on their way, one line each, and what to do with those that arrived. */
export function UploadList({ uploads, onOpenCv }: { uploads: readonly Upload[]; onOpenCv: (id: number) => void }) {
  const t = useMessages('inventory');
  if (uploads.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('upload.list')}>
      {uploads.map((upload) => (
        <li key={upload.id} className={styles.item}>
          <UploadLine upload={upload} onOpenCv={onOpenCv} />
        </li>
      ))}
    </ul>
  );
}

function UploadLine({ upload, onOpenCv }: { upload: Upload; onOpenCv: (id: number) => void }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const { id, fileName, state, share } = upload;
  if (state === 'failed') {
    return (
      <>
        <p className={styles.name}>{fileName}</p>
        <ProblemNote
          problem={upload.problem}
          kept={isAboutContent(upload.problem) && t('upload.nothing_kept')}
          onRetry={isAboutFile(upload.problem) ? undefined : () => retryUpload(id)}
        />
        <Forget id={id} fileName={fileName} />
      </>
    );
  }
  return (
    <Growing
      label={t('upload.label', { file: fileName })}
      done={Math.round(share * 100)}
      total={100}
      state={state === 'done' ? 'finished' : 'running'}
      actions={state === 'done' && <Arrived upload={upload} onOpenCv={onOpenCv} />}
    >
      <b className={styles.name}>{fileName}</b>{' '}
      <output className={styles.state}>
        {t(`upload.state.${state}`, { share: formats.percent(Math.round(share * 100) / 100) })}
      </output>
    </Growing>
  );
}

const factsOf = (problem: unknown): { code?: string; status?: number } =>
  typeof problem === 'object' && problem !== null ? problem : {};

const TOO_LARGE = 413;
const INVALID = 422;

/** A file that cannot be read cannot be read the second time either. */
function isAboutFile(problem: unknown): boolean {
  const { status } = factsOf(problem);
  return status === TOO_LARGE || status === INVALID;
}

/** The sentences for an empty or too large file say themselves that nothing was stored. */
const isAboutContent = (problem: unknown) => !factsOf(problem).code?.startsWith('http.');

function Arrived({
  upload: { id, fileName, importId, cv },
  onOpenCv,
}: {
  upload: Upload;
  onOpenCv: (id: number) => void;
}) {
  const t = useMessages('inventory');
  return (
    <>
      {importId && (
        <Link className={textStyles.link} to={`/inventory/imports/${importId}`}>
          {t('upload.check_columns')}
        </Link>
      )}
      {cv && (
        <button type="button" className={textStyles.link} onClick={() => onOpenCv(id)}>
          {t('upload.see_proposals', { count: cv.proposals.length })}
        </button>
      )}{' '}
      <Forget id={id} fileName={fileName} />
    </>
  );
}

function Forget({ id, fileName }: { id: number; fileName: string }) {
  const t = useMessages('inventory');
  return (
    <button type="button" className={textStyles.link} onClick={() => forgetUpload(id)}>
      {t('upload.forget')}
      <span className={textStyles.hiddenText}> {fileName}</span>
    </button>
  );
}

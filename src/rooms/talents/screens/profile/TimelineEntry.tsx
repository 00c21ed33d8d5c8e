import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Said } from '#ground/ui/Said.tsx';
import textStyles from '#ground/ui/text.module.css';
import { removeNote, removeTouchpoint } from '../../contract.ts';
import type { TimelineEntry as Entry } from '../../schema-profile.ts';
import { usePartAct } from '../shared/use-part-act.ts';
import { useProfileEditing } from './editing.ts';
import styles from './timeline.module.css';
import { useEntryWords } from './use-entry-words.ts';

/** One entry: when, from whom to whom, what in one line, and what people said in serif. */
export function TimelineEntry({ talentId, entry }: { talentId: string; entry: Entry }) {
  const formats = useFormats();
  const { what, more } = useEntryWords()(entry);
  const at = entry.kind === 'permission' || entry.kind === 'application' ? entry.at.slice(0, 10) : entry.at;
  return (
    <li className={styles.entry}>
      <time dateTime={entry.at} title={formats.dateTime(entry.at)}>
        {formats.dateShort(at)}
      </time>
      <DirectionSign entry={entry} />
      <div>
        <p className={styles.what}>
          <b>{what}</b> {more && `· ${more}`}
        </p>
        {entry.body && (
          <div className={styles.body}>
            <Said>{entry.body}</Said>
          </div>
        )}
        {entry.sourceUrl && <WebSource url={entry.sourceUrl} />}
        <EntryActs talentId={talentId} entry={entry} />
      </div>
    </li>
  );
}

function WebSource({ url }: { url: string }) {
  const t = useMessages('talents');
  return (
    <p className={styles.source}>
      {t('note.seen_at')}{' '}
      <a className={textStyles.link} href={url} target="_blank" rel="noreferrer noopener">
        {url}
      </a>
    </p>
  );
}

/** Only what was logged by hand by mistake can be removed here; the rest is history. */
function EntryActs({ talentId, entry }: { talentId: string; entry: Entry }) {
  const t = useMessages('talents');
  const { mayEdit } = useProfileEditing();
  const dropNote = usePartAct(removeNote, t('note.removed'));
  const dropTouch = usePartAct(removeTouchpoint, t('contact.removed'));
  const isOwn = (entry.kind === 'note' || entry.kind === 'touchpoint') && entry.isBulk !== true;
  if (!mayEdit || !isOwn) return null;
  const params = { talentId, partId: entry.id };
  return (
    <div className={styles.acts}>
      <Button
        look="bare"
        busy={dropNote.isPending || dropTouch.isPending}
        onClick={() => (entry.kind === 'note' ? dropNote : dropTouch).mutate({ params })}
      >
        {t('part.remove')}
      </Button>
    </div>
  );
}

function DirectionSign({ entry: { kind, direction } }: { entry: Entry }) {
  return (
    <svg width="12" height="18" viewBox="0 0 12 18" aria-hidden="true" fill="none">
      {kind === 'touchpoint' && direction === 'theirs' && (
        <>
          <path d="M6 2v12" stroke="var(--ink)" strokeWidth="1.5" />
          <circle cx="6" cy="14.5" r="2.6" fill="var(--ink)" />
        </>
      )}
      {kind === 'touchpoint' && direction !== 'theirs' && (
        <path d="M6 16V3M2.5 6.5 6 3l3.5 3.5" stroke="var(--ink-2)" strokeWidth="1.5" />
      )}
      {kind === 'promise' && <circle cx="6" cy="9" r="4" stroke="var(--ink-2)" strokeWidth="1.5" />}
      {kind !== 'touchpoint' && kind !== 'promise' && <path d="M2 9h8" stroke="var(--ink-3)" strokeWidth="1.5" />}
    </svg>
  );
}

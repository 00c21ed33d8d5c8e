import { Link } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Said } from '#ground/ui/Said.tsx';
import textStyles from '#ground/ui/text.module.css';
import type { Proposal, QueueEntry, Reason, TodayEntry } from '../../schema-today.ts';
import { useDayWords } from '../shared/use-day-words.ts';
import styles from './entry.module.css';

/** What to talk about: the step of a sequence, the words of a colleague, a content that meets an interest, or simply the way. */
export function Suggestion({ entry }: { entry: QueueEntry | TodayEntry }) {
  const t = useMessages('care');
  const [reason] = entry.reasons;
  const proposal = 'proposal' in entry ? entry.proposal : null;
  if (reason?.kind === 'task' && reason.text) return <StepText reason={reason} />;
  if (reason?.kind === 'hand_over') return <Introduction reason={reason} />;
  if (proposal) return <ContentWords proposal={proposal} />;
  return t(`suggest.${entry.suggestedChannel}`);
}

type Of<Kind extends Reason['kind']> = Extract<Reason, { kind: Kind }>;

function StepText({ reason: { title, text } }: { reason: Of<'task'> }) {
  return (
    <>
      {title}
      <div className={styles.draft}>{text}</div>
    </>
  );
}

function Introduction({ reason: { handoverId, introduction } }: { reason: Of<'hand_over'> }) {
  const t = useMessages('care');
  return (
    <>
      <Said size="small">{introduction}</Said>
      <Link className={textStyles.link} to="/care/handovers/$handoverId" params={{ handoverId }}>
        {t('suggest.see_handover')}
      </Link>
    </>
  );
}

function ContentWords({ proposal }: { proposal: Proposal }) {
  const t = useMessages('care');
  const formats = useFormats();
  const dayWords = useDayWords();
  const { title, summary, link, because, onDate, contentKind } = proposal;
  const key = contentKind === 'event' && onDate ? 'suggest.event' : `suggest.tell.${because.kind}`;
  return (
    <>
      {t(key, {
        title: formats.quote(title),
        name: because.name,
        day: onDate ? dayWords(onDate) : '',
      })}{' '}
      {summary && <span className={styles.note}>{summary}</span>}
      {link && (
        <a className={textStyles.link} href={link} target="_blank" rel="noreferrer noopener">
          {t('suggest.open_link')}
        </a>
      )}
    </>
  );
}

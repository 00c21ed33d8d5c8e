import { Link } from '@tanstack/react-router';
import type { LineAxis } from '#ground/ui/line/line-types.ts';
import { PersonName } from '#ground/ui/PersonName.tsx';
import type { QueueEntry, TodayEntry } from '../../schema-today.ts';
import { nameOf, roleOf } from '../shared/names.ts';
import styles from './entry.module.css';
import { EntryLine } from './EntryLine.tsx';
import { type OpenAct, OpenedEntry } from './OpenedEntry.tsx';
import { QuietFacts } from './QuietFacts.tsx';
import { ReasonLine } from './ReasonLine.tsx';
import { useEntryActs } from './use-entry-acts.ts';
import { useEntryKeys } from './use-entry-keys.ts';

export interface EntryProps {
  entry: QueueEntry | TodayEntry;
  number: number;
  axis: LineAxis;
  isOpen: boolean;
  act: OpenAct | undefined;
  takesFocus: boolean;
  onOpen: () => void;
  onAct: (act: OpenAct | undefined) => void;
  onHandled: (talentId: string) => void;
}

/** One person of the morning. The chosen one opens in place. */
export function Entry(props: EntryProps) {
  const { entry, number, axis, isOpen, onOpen } = props;
  const { person, reasons } = entry;
  const name = nameOf(person);
  return (
    <article className={styles.entry} data-open={isOpen} aria-label={name}>
      <div className={styles.number} aria-hidden="true">
        {number}
      </div>
      <div className={styles.who}>
        <h2>
          {isOpen ? (
            <Link to="/talents/$talentId" params={{ talentId: person.id }} className={styles.name}>
              <PersonName name={name} />
            </Link>
          ) : (
            <button type="button" aria-expanded={false} className={styles.name} onClick={onOpen}>
              <PersonName name={name} />
            </button>
          )}
        </h2>
        <p className={styles.role}>{roleOf(person)}</p>
        {reasons.slice(0, isOpen ? 3 : 1).map((reason) => (
          <ReasonLine key={reason.reminderId} reason={reason} />
        ))}
        {!isOpen && <QuietFacts entry={entry} />}
      </div>
      <EntryLine entry={entry} axis={axis} isOpen={isOpen} />
      {isOpen && <Opened {...props} />}
    </article>
  );
}

function Opened({ entry, act, takesFocus, onAct, onHandled }: EntryProps) {
  const acts = useEntryActs(entry, onHandled);
  useEntryKeys({ acts, act, onAct });
  return <OpenedEntry entry={entry} acts={acts} act={act} onAct={onAct} takesFocus={takesFocus} />;
}

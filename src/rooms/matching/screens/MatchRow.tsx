import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Line } from '#ground/ui/line/Line.tsx';
import type { LineAxis } from '#ground/ui/line/line-types.ts';
import { PersonName } from '#ground/ui/PersonName.tsx';
import type { Match } from '../schema-matches.ts';
import { MatchActs } from './MatchActs.tsx';
import { MatchBar, MatchPoints } from './MatchBar.tsx';
import styles from './matches.module.css';
import { Ignored } from './Ignored.tsx';
import { Reasons } from './Reasons.tsx';
import { MoveWords } from './Trial.tsx';
import type { Move } from './trial.ts';

interface MatchRowProps {
  match: Match;
  demandId: string;
  axis: LineAxis;
  /** "R" on the recall list, the place, or nothing in alphabetical order. */
  sign: string;
  /** Stands for the name in blind mode. */
  blindSign: string;
  /** Only while other weights are tried. */
  move: Move | undefined;
  isOpen: boolean;
  isChosen: boolean;
  onToggle: () => void;
  onArrive: () => void;
  onChoose: (() => void) | undefined;
}

/** A person who comes into question: the line stands left of the bar and is no part of it. */
export function MatchRow({ match, demandId, axis, sign, blindSign, move, ...row }: MatchRowProps) {
  const t = useMessages('matching');
  const name = match.name ?? t('blind_name', { sign: blindSign });
  return (
    <li
      className={styles.match}
      data-talent={match.talentId}
      data-open={row.isOpen}
      data-decision={match.decision?.kind}
    >
      <span className={styles.sign}>{sign}</span>
      <div className={styles.person}>
        {row.onChoose && (
          <Checkbox
            checked={row.isChosen}
            onMark={row.onChoose}
            aria-label={t('choose', { name })}
            onFocus={row.onArrive}
          />
        )}
        <span>
          <button
            type="button"
            className={styles.opens}
            aria-expanded={row.isOpen}
            onFocus={row.onArrive}
            onClick={row.onToggle}
          >
            <PersonName name={name} />
          </button>
          <span className={styles.role}>{[match.role, match.employer].filter(Boolean).join(', ')}</span>
          <Tags match={match} />
        </span>
      </div>
      <div className={styles.line}>{match.name && <Line size="board" axis={axis} touches={match.touches} />}</div>
      <div>
        <MatchBar criteria={match.criteria} />
        <MatchPoints {...match} />
        {move && <MoveWords move={move} />}
        <DecisionWord match={match} />
      </div>
      {row.isOpen && (
        <div className={styles.opened}>
          <Reasons match={match} />
          <Ignored parts={match.ignored} />
          <MatchActs match={match} demandId={demandId} />
        </div>
      )}
    </li>
  );
}

function Tags({ match: { recall, segments } }: { match: Match }) {
  const t = useMessages('matching');
  const recallWords = useRecallWords();
  const words = [
    ...(recall ? [recallWords(recall)] : []),
    ...(recall?.wishesToReturn ? [t('recall.wishes')] : []),
    // What stands there already with its day need not be said twice.
    ...segments.filter((segment) => segment !== recall?.kind).map((segment) => t(`segment.${segment}`)),
  ];
  return words.length > 0 && <span className={styles.tags}>{words.join(' · ')}</span>;
}

function useRecallWords() {
  const t = useMessages('matching');
  const formats = useFormats();
  return ({ kind, on, role }: NonNullable<Match['recall']>): string => {
    const known = on ? (role ? 'as' : 'on') : 'unknown';
    return t(`recall.${kind}.${known}`, { date: on ? formats.dateLong(on) : '', role: role ?? '' });
  };
}

function DecisionWord({ match: { decision } }: { match: Match }) {
  const t = useMessages('matching');
  const formats = useFormats();
  if (!decision) return null;
  const { kind, by: name, reason } = decision;
  return (
    <p className={styles.decision}>
      {reason
        ? t(`decision.${kind}_because`, { name, reason: formats.quote(reason) })
        : t(`decision.${kind}`, { name })}
    </p>
  );
}

import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { Section } from '#ground/ui/Page.tsx';
import textStyles from '#ground/ui/text.module.css';
import type { Match } from '../schema-matches.ts';
import styles from './matches.module.css';
import type { Marks } from './Matches.tsx';
import { MatchRow } from './MatchRow.tsx';
import { useTrial } from './use-matches.ts';
import { useMatchSearch } from './use-match-search.ts';
import type { Walk } from './use-walk.ts';

/** So many of the recall list are shown at once; the others are one press away. */
export const RECALL_FIRST = 4;

interface RowsProps {
  matches: readonly Match[];
  demandId: string;
  walk: Walk;
  marks: Marks;
}

export function Recall({ total, onAll, ...rows }: RowsProps & { total: number; onAll: () => void }) {
  const t = useMessages('matching');
  const sign = t('recall.sign');
  return (
    <Section title={t('recall.title')} extra={t('recall.why')}>
      <Rows {...rows} signOf={() => sign} blindSignOf={(at) => `${sign}${at + 1}`} />
      {total > rows.matches.length && (
        <Button look="bare" className={styles.all} onClick={onAll}>
          {t('recall.all', { count: total - rows.matches.length })}
        </Button>
      )}
    </Section>
  );
}

export function Others({ total, ...rows }: RowsProps & { total: number }) {
  const t = useMessages('matching');
  const formats = useFormats();
  const { search, change } = useMatchSearch(rows.demandId);
  const isByName = search.order === 'name';
  return (
    <Section
      title={t(isByName ? 'others.everyone' : 'others.title', { count: total, total: formats.number(total) })}
      extra={
        <button
          type="button"
          className={textStyles.link}
          onClick={() => change({ order: isByName ? undefined : 'name' })}
        >
          {t(isByName ? 'others.by_points' : 'others.by_name')}
        </button>
      }
    >
      {total === 0 && <EmptyState>{t('others.none')}</EmptyState>}
      <Rows
        {...rows}
        signOf={(at) => (isByName ? '' : formats.number(at + 1))}
        blindSignOf={(at) => formats.number(at + 1)}
      />
    </Section>
  );
}

interface SignsProps {
  /** What stands left of the name: the place, or that there is none. */
  signOf: (at: number) => string;
  /** What somebody is called without their name: each differently. */
  blindSignOf: (at: number) => string;
}

function Rows({ matches, demandId, walk, marks, signOf, blindSignOf }: RowsProps & SignsProps) {
  const [axis] = useState(() => listAxis(new Date().toISOString().slice(0, 10)));
  const trial = useTrial(demandId);
  return (
    <ul className={styles.rows}>
      {matches.map((match, at) => (
        <MatchRow
          key={match.talentId}
          match={match}
          demandId={demandId}
          axis={axis}
          sign={signOf(at)}
          blindSign={blindSignOf(at)}
          move={trial?.moves.get(match.talentId)}
          isOpen={walk.openId === match.talentId}
          isChosen={marks.ids.has(match.talentId)}
          onToggle={() => walk.toggle(match.talentId)}
          onArrive={() => walk.arrive(match.talentId)}
          onChoose={marks.toggle && (() => marks.toggle?.(match.talentId))}
        />
      ))}
    </ul>
  );
}

import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { Line } from '#ground/ui/line/Line.tsx';
import { PersonName } from '#ground/ui/PersonName.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { readTalent } from '#rooms/talents/contract.ts';
import type { CleanUpItem } from '../../schema-clean-up.ts';
import type { Decision } from '../../types.ts';
import { DECISIONS } from '../../types.ts';
import { nameOf } from '../shared/names.ts';
import { dayAfter } from '../shared/day-after.ts';
import styles from './clean-up.module.css';
import { useReasonWords } from './use-reason-words.ts';

interface CleanUpPersonProps {
  item: CleanUpItem;
  until: string;
  onUntil: (day: string) => void;
  /** Undefined for readers who only look. */
  onDecide: ((decision: Decision) => void) | undefined;
  onSkip: () => void;
}

/** One person: what is proposed and why, the line, the last words, and three equal answers. */
export function CleanUpPerson({ item, until, onUntil, onDecide, onSkip }: CleanUpPersonProps) {
  const t = useMessages('pools');
  const today = useToday();
  const reasonWords = useReasonWords();
  return (
    <section className={styles.person} aria-label={nameOf(item)}>
      <h2>
        <Link to="/talents/$talentId" params={{ talentId: item.talentId }}>
          <PersonName name={nameOf(item)} size="panel" />
        </Link>
      </h2>
      <p className={styles.proposal}>
        <b>{t(`clean_up.proposes_${item.proposal}`)}</b> {item.reasons.map(reasonWords).join(' ')}
      </p>
      <Known talentId={item.talentId} today={today} />
      {onDecide && (
        <div className={styles.answers}>
          {DECISIONS.map((decision, i) => (
            <Button key={decision} keys={String(i + 1)} onClick={() => onDecide(decision)}>
              {t(`clean_up.${decision}`)}
            </Button>
          ))}
          <Button look="bare" keys="j" onClick={onSkip}>
            {t('clean_up.skip')}
          </Button>
          <span className={styles.until}>
            <TextField
              label={t('clean_up.until')}
              type="date"
              min={dayAfter(today, 1)}
              value={until}
              onChange={(event) => event.target.value > today && onUntil(event.target.value)}
            />
          </span>
        </div>
      )}
    </section>
  );
}

/** What is known of the person, as the talents' room tells it to this reader. */
function Known({ talentId, today }: { talentId: string; today: string }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const axis = useMemo(() => listAxis(today), [today]);
  const { data } = useRead(readTalent, { params: { talentId } });
  if (!data) return <SkeletonBar width="380px" />;
  const { talent, touches, timeline } = data;
  const last = timeline.items.find(({ kind, body, isBulk }) => kind === 'touchpoint' && body && !isBulk);
  return (
    <>
      <p className={styles.note}>{[talent.role, talent.employer, talent.city].filter(Boolean).join(', ')}</p>
      <div className={styles.line}>
        <Line
          size="panel"
          axis={axis}
          touches={touches}
          endsOn={talent.eraseOn}
          planned={talent.nextStepOn ?? undefined}
        />
      </div>
      {last && (
        <>
          <p className={styles.note}>
            {t('clean_up.last')} · {formats.dateLong(last.at)}
          </p>
          <Said size="small">{last.body}</Said>
        </>
      )}
    </>
  );
}

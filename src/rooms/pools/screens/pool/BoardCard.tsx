import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Icon } from '#ground/ui/Icon.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { Line } from '#ground/ui/line/Line.tsx';
import { Menu, MenuItem, MenuLine } from '#ground/ui/Menu.tsx';
import { PersonName } from '#ground/ui/PersonName.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import type { TalentRow } from '#rooms/talents/schema.ts';
import type { Stage } from '#rooms/talents/types.ts';
import { STAGES } from '#rooms/talents/types.ts';
import { changeMembership, removeMembers } from '../../contract.ts';
import type { Membership, PoolPage } from '../../schema.ts';
import { ReasonDialog, RestDialog } from '../people/MembershipDialogs.tsx';
import { forgetPools } from '../shared/forget-pools.ts';
import { nameOf } from '../shared/names.ts';
import { useSaid } from '../shared/use-said.ts';
import styles from './board.module.css';

export type Move = (row: TalentRow, stage: Stage) => Promise<void>;

interface BoardCardProps {
  row: TalentRow;
  membership: Membership | undefined;
  pool: PoolPage;
  onMove: Move | undefined;
}

/** Name, next step, owner, and the line on the axis that all cards share. */
export function BoardCard(props: BoardCardProps) {
  const { row, onMove } = props;
  const today = useToday();
  const axis = useMemo(() => listAxis(today), [today]);
  const { place, isDragged } = useDragging(row.id, onMove);
  const next = row.nextStepOn ?? undefined;
  const isLate = next !== undefined && next < today;
  return (
    <li ref={place} data-card={row.id} data-dragged={isDragged} className={styles.card}>
      <div className={styles.cardHead}>
        <Link to="/talents/$talentId" params={{ talentId: row.id }} title={row.role ?? undefined} draggable={false}>
          <PersonName name={nameOf(row)} size="card" />
        </Link>
        {onMove && <CardMenu {...props} onMove={onMove} />}
      </div>
      <CardFacts {...props} today={today} />
      <Line
        size="board"
        axis={axis}
        touches={row.touches}
        planned={isLate ? undefined : next}
        promised={isLate ? next : undefined}
        endsOn={row.eraseOn}
      />
    </li>
  );
}

function CardFacts({ row, membership, pool, today }: BoardCardProps & { today: string }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const restsUntil = membership?.pausedUntil ?? '';
  const lacksPeople = pool.needsOwnerAndDeputy && membership?.hasOwnerAndDeputy === false;
  return (
    <>
      <NextStep row={row} today={today} />
      {restsUntil >= today && (
        <p className={styles.cardFacts}>{t('board.rests', { date: formats.dateLong(restsUntil) })}</p>
      )}
      {lacksPeople && <p className={styles.asks}>{t('board.lacks')}</p>}
    </>
  );
}

function NextStep({ row: { nextStep, nextStepOn, owner }, today }: { row: TalentRow; today: string }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const isLate = nextStepOn !== null && nextStepOn < today;
  const key = nextStepOn === null ? 'board.no_date' : isLate ? 'board.overdue' : 'board.due';
  return (
    <p className={isLate ? styles.late : styles.cardFacts} title={nextStep ?? undefined}>
      {t(key, { owner: owner?.initials ?? '–', day: nextStepOn ? formats.dateShort(nextStepOn) : '' })}
    </p>
  );
}

function useDragging(talentId: string, onMove: Move | undefined) {
  const place = useRef<HTMLLIElement>(null);
  const [isDragged, setDragged] = useState(false);
  const mayMove = onMove !== undefined;
  useEffect(() => {
    if (!place.current || !mayMove) return undefined;
    return draggable({
      element: place.current,
      getInitialData: () => ({ talentId }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [talentId, mayMove]);
  return { place, isDragged };
}

function CardMenu({ row, membership, pool, onMove }: BoardCardProps & { onMove: Move }) {
  const t = useMessages('pools');
  const ofTalents = useMessages('talents');
  const [asks, setAsks] = useState<'why' | 'rest'>();
  const name = nameOf(row);
  const label = t('board.card_menu', { name });
  const act = useMemberActs({ poolId: pool.id, talentId: row.id, name });
  const isResting = membership?.pausedUntil != null;
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button type="button" className={styles.more} aria-label={label} title={label}>
            <Icon of={IconDots} />
          </button>
        }
      >
        <MenuItem onChoose={() => setAsks('why')}>{t('board.why')}</MenuItem>
        {isResting ? (
          <MenuItem onChoose={act.wake}>{t('board.wake')}</MenuItem>
        ) : (
          <MenuItem onChoose={() => setAsks('rest')}>{t('board.rest')}</MenuItem>
        )}
        <MenuLine />
        {STAGES.filter((stage) => stage !== row.stage).map((stage) => (
          <MenuItem key={stage} onChoose={() => void onMove(row, stage)}>
            {t('board.move_to', { stage: ofTalents(`stage.${stage}`) })}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem risk onChoose={act.remove}>
          {t('board.remove')}
        </MenuItem>
      </Menu>
      {act.problem && <ProblemNote problem={act.problem} />}
      <ReasonDialog
        key={`why ${asks === 'why'}`}
        open={asks === 'why'}
        onClose={() => setAsks(undefined)}
        {...{ poolId: pool.id, talentId: row.id, name, reason: membership?.reason ?? '' }}
      />
      <RestDialog
        key={`rest ${asks === 'rest'}`}
        open={asks === 'rest'}
        onClose={() => setAsks(undefined)}
        {...{ poolId: pool.id, talentId: row.id, name }}
      />
    </>
  );
}

function useMemberActs({ poolId, talentId, name }: { poolId: string; talentId: string; name: string }) {
  const t = useMessages('pools');
  const cache = useQueryClient();
  const say = useSaid();
  const remove = useAct(removeMembers, {
    onDone: ({ actId }) => {
      say(t('board.removed', { name }), actId);
      void forgetPools(cache);
    },
  });
  const wake = useAct(changeMembership, {
    onDone: ({ actId }) => {
      say(t('board.woken', { name }), actId);
      void forgetPools(cache);
    },
  });
  return {
    remove: () => remove.mutate({ params: { poolId }, body: { ids: [talentId] } }),
    wake: () => wake.mutate({ params: { poolId, talentId }, body: { pausedUntil: null } }),
    problem: remove.error ?? wake.error,
  };
}

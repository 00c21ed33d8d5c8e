import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listMemberships } from '../../contract-plans.ts';
import type { Membership, PlanDetail } from '../../schema-plans.ts';
import { MoreButton } from '../shared/MoreButton.tsx';
import { nameOf, roleOf } from '../shared/names.ts';
import sharedStyles from '../shared/shared.module.css';
import { useToday } from '#ground/i18n/use-formats.ts';
import { useDayWords } from '../shared/use-day-words.ts';
import { usePages } from '../shared/use-pages.ts';
import { usePlanWords } from '../shared/use-plan-words.ts';
import { MemberForm } from './MemberForm.tsx';
import styles from './plans.module.css';

/** Everybody under the plan, the next due first. */
export function Members({ plan }: { plan: PlanDetail }) {
  const t = useMessages('care');
  const list = usePages({
    key: [...keyOf(listMemberships), plan.id],
    load: (cursor, signal) => call(listMemberships, { params: { planId: plan.id }, query: { cursor } }, { signal }),
  });
  const members = list.pages.flatMap(({ items }) => items);
  return (
    <Section title={t('members.title')} extra={list.pages[0] && t('plan.people', { count: list.pages[0].count })}>
      {list.error && <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={6} />}
      {list.data && members.length === 0 && (
        <p className={sharedStyles.quiet}>{t(plan.state === 'draft' ? 'members.draft' : 'members.none')}</p>
      )}
      {members.length > 0 && <MemberHead />}
      <ul>
        {members.map((member) => (
          <MemberRow key={member.person.id} plan={plan} member={member} />
        ))}
      </ul>
      <MoreButton {...list} />
    </Section>
  );
}

/** The words of the columns once; each row has them for screen readers and on the phone. */
function MemberHead() {
  const t = useMessages('care');
  return (
    <div className={classes(styles.member, styles.head)} aria-hidden="true">
      <span />
      <span>{t('members.last')}</span>
      <span>{t('members.next')}</span>
    </div>
  );
}

function MemberRow({ plan, member }: { plan: PlanDetail; member: Membership }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const today = useToday();
  const mayWork = useMay('care.work');
  const [isOpen, setOpen] = useState(false);
  const { person, nextDueOn, lastContactOn } = member;
  const name = nameOf(person);
  const isLate = nextDueOn !== null && nextDueOn < today;
  return (
    <li className={classes(sharedStyles.row, styles.member)}>
      <span>
        <Link to="/talents/$talentId" params={{ talentId: person.id }} className={styles.memberName}>
          {name}
        </Link>
        <span className={styles.below}>{roleOf(person)}</span>
      </span>
      <span>
        <span className={styles.label}>{t('members.last')}</span>
        {lastContactOn ? dayWords(lastContactOn) : t('members.never')}
      </span>
      <span>
        <span className={styles.label}>{t('members.next')}</span>
        <span className={classes(isLate && sharedStyles.late)}>
          {nextDueOn ? dayWords(nextDueOn) : t('members.no_date')}
        </span>
      </span>
      <span className={styles.below}>
        <Exception member={member} />
      </span>
      <span className={sharedStyles.right}>
        {mayWork && plan.state !== 'ended' && !isOpen && (
          <Button look="bare" aria-label={t('members.change_named', { name })} onClick={() => setOpen(true)}>
            {t('members.change')}
          </Button>
        )}
      </span>
      {isOpen && (
        <div className={styles.wide}>
          <MemberForm plan={plan} member={member} onLeave={() => setOpen(false)} />
        </div>
      )}
    </li>
  );
}

/** What is different for this person: a rhythm of their own, a pause, a day to come back. */
function Exception({ member: { everyDays, pausedUntil, comeBackOn } }: { member: Membership }) {
  const t = useMessages('care');
  const words = usePlanWords();
  const dayWords = useDayWords();
  return [
    comeBackOn && t('members.come_back', { day: dayWords(comeBackOn) }),
    pausedUntil && t('members.paused', { day: dayWords(pausedUntil) }),
    everyDays && t('members.own', { rhythm: words.every(everyDays) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { call } from '#ground/http/client.ts';
import { keyOf, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listOrphans, readOrphans } from '../../contract-handover.ts';
import type { orphanPage, orphans } from '../../schema-handover.ts';
import { CareTabs } from '../shared/CareTabs.tsx';
import { MoreButton } from '../shared/MoreButton.tsx';
import { nameOf, roleOf } from '../shared/names.ts';
import sharedStyles from '../shared/shared.module.css';
import { useDayWords } from '../shared/use-day-words.ts';
import { usePages } from '../shared/use-pages.ts';
import styles from './handover.module.css';

type Owner = z.infer<typeof orphans>['owners'][number];
type Orphan = z.infer<typeof orphanPage>['items'][number];

/** Relationships without anybody, by who left them behind. The number is to go to zero. */
export function OrphansPage() {
  const t = useMessages('care');
  const { data, error, refetch } = useRead(readOrphans, {});
  return (
    <Page
      title={t('tabs.orphans')}
      lede={data && data.count > 0 ? t('orphans.lede', { count: data.count }) : undefined}
      path={[{ label: t('nav.care'), to: '/care' }, { label: t('tabs.orphans') }]}
    >
      <CareTabs />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data?.count === 0 && <EmptyState>{t('orphans.none')}</EmptyState>}
      {data && data.count > 0 && (
        <>
          <Section title={t('orphans.owners')}>
            <ul>
              {data.owners.map((owner) => (
                <OwnerRow key={owner.member?.id ?? 'never'} owner={owner} />
              ))}
            </ul>
          </Section>
          <People />
        </>
      )}
    </Page>
  );
}

function OwnerRow({ owner: { member, people, openPromises, offered } }: { owner: Owner }) {
  const t = useMessages('care');
  const mayOffer = useMay('care.hand_over');
  return (
    <li className={classes(sharedStyles.row, styles.owner)}>
      <b className={styles.name}>{member ? t('handover.left', { name: member.name }) : t('orphans.never_had')}</b>
      <span>
        {t('handover.people', { count: people })}
        <span className={styles.below}>{t('handover.promises', { count: openPromises })}</span>
      </span>
      <span className={styles.below}>{offered > 0 && t('orphans.offered', { count: offered })}</span>
      <span className={sharedStyles.right}>
        {member && mayOffer && offered < people && (
          <Link className={buttonClass()} to="/care/handovers" search={{ act: 'offer', from: member.id }}>
            {t('orphans.hand_over')}
          </Link>
        )}
      </span>
    </li>
  );
}

function People() {
  const t = useMessages('care');
  const list = usePages({
    key: [...keyOf(listOrphans), 'pages'],
    load: (cursor, signal) => call(listOrphans, { query: { cursor } }, { signal }),
  });
  return (
    <div className={styles.people}>
      <Section title={t('orphans.people')}>
        {list.error && <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <SkeletonRows rows={4} />}
        <ul>
          {list.pages
            .flatMap(({ items }) => items)
            .map((person) => (
              <OrphanRow key={person.id} person={person} />
            ))}
        </ul>
        <MoreButton {...list} />
      </Section>
    </div>
  );
}

function OrphanRow({ person }: { person: Orphan }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const { id, formerOwner, deputy, lastContactOn, offeredTo } = person;
  return (
    <li className={classes(sharedStyles.row, styles.person)}>
      <span>
        <Link to="/talents/$talentId" params={{ talentId: id }} className={styles.name}>
          {nameOf(person)}
        </Link>
        <span className={styles.below}>{roleOf(person)}</span>
      </span>
      <span>
        {lastContactOn ? t('handover.last', { day: dayWords(lastContactOn) }) : t('members.never')}
        {formerOwner && <span className={styles.below}>{t('orphans.former', { name: formerOwner.name })}</span>}
      </span>
      <span>
        {offeredTo && t('orphans.offered_to', { name: offeredTo.name })}
        {deputy && <span className={styles.below}>{t('handover.deputy', { name: deputy.name })}</span>}
      </span>
    </li>
  );
}

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listHandovers } from '../../contract-handover.ts';
import type { Handover } from '../../schema-handover.ts';
import { CareTabs } from '../shared/CareTabs.tsx';
import { MoreButton } from '../shared/MoreButton.tsx';
import sharedStyles from '../shared/shared.module.css';
import { useDayWords } from '../shared/use-day-words.ts';
import { usePages } from '../shared/use-pages.ts';
import styles from './handover.module.css';
import { OfferForm } from './OfferForm.tsx';

const BOXES = ['incoming', 'outgoing', 'all'] as const;

/** Owners leave, relationships stay: who was offered whom, and what became of it. */
export function HandoversPage() {
  const t = useMessages('care');
  const navigate = useNavigate();
  const { act, from }: { act?: 'offer'; from?: string } = useSearch({ strict: false });
  const mayOffer = useMay('care.hand_over');
  const [box, setBox] = useState<(typeof BOXES)[number]>('all');
  const show = (next?: 'offer') => void navigate({ to: '/care/handovers', search: { act: next }, replace: true });
  const isOffering = act === 'offer' && mayOffer;
  return (
    <Page
      title={t('tabs.handovers')}
      lede={t('handover.lede')}
      path={[{ label: t('nav.care'), to: '/care' }, { label: t('tabs.handovers') }]}
      actions={mayOffer && !isOffering && <Button onClick={() => show('offer')}>{t('handover.offer')}</Button>}
    >
      <CareTabs />
      {isOffering && <OfferForm key={from} fromMemberId={from} onLeave={() => show()} />}
      <div className={styles.filter}>
        <Chips
          label={t('handover.box_label')}
          value={box}
          options={BOXES.map((value) => ({ value, label: t(`handover.box.${value}`) }))}
          onChoose={setBox}
        />
      </div>
      <HandoverList box={box} />
    </Page>
  );
}

function HandoverList({ box }: { box: (typeof BOXES)[number] }) {
  const t = useMessages('care');
  const list = usePages({
    key: [...keyOf(listHandovers), box],
    load: (cursor, signal) => call(listHandovers, { query: { box, cursor } }, { signal }),
  });
  const handovers = list.pages.flatMap(({ items }) => items);
  return (
    <>
      {list.error && <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={4} />}
      {list.data && handovers.length === 0 && <EmptyState>{t(`handover.empty.${box}`)}</EmptyState>}
      {handovers.length > 0 && (
        <ul aria-label={t('tabs.handovers')}>
          {handovers.map((handover) => (
            <HandoverRow key={handover.id} handover={handover} />
          ))}
        </ul>
      )}
      <MoreButton {...list} />
    </>
  );
}

function HandoverRow({ handover }: { handover: Handover }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const { id, from, to, people, openPromises, state, acceptBy, answeredAt, can } = handover;
  return (
    <li className={classes(sharedStyles.row, styles.row)}>
      <span>
        <Link to="/care/handovers/$handoverId" params={{ handoverId: id }} className={sharedStyles.rowName}>
          {t('handover.from_to', { from: from.name, to: to.name })}
        </Link>
        {can.answer && <span className={styles.mine}>{t('handover.waits_for_you')}</span>}
      </span>
      <span>
        {t('handover.people', { count: people })}
        <span className={styles.below}>{t('handover.promises', { count: openPromises })}</span>
      </span>
      <span>
        {t(`handover.state.${state}`)}
        <span className={styles.below}>
          {state === 'offered'
            ? t('handover.until', { day: dayWords(acceptBy) })
            : answeredAt && dayWords(answeredAt.slice(0, 10))}
        </span>
      </span>
    </li>
  );
}

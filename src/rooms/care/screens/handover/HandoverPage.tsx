import { Link, useParams } from '@tanstack/react-router';
import { call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '#ground/ui/classes.ts';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import type { z } from 'zod';
import { readHandover } from '../../contract-handover.ts';
import type { Handover, handoverPerson } from '../../schema-handover.ts';
import { MoreButton } from '../shared/MoreButton.tsx';
import { nameOf, roleOf } from '../shared/names.ts';
import sharedStyles from '../shared/shared.module.css';
import { useDayWords } from '../shared/use-day-words.ts';
import { usePages } from '../shared/use-pages.ts';
import styles from './handover.module.css';
import { HandoverActs } from './HandoverActs.tsx';

/** One hand-over: who, what was promised to them, and the words of introduction. */
export function HandoverPage() {
  const t = useMessages('care');
  const { handoverId = '' }: { handoverId?: string } = useParams({ strict: false });
  const list = usePages({
    key: [...keyOf(readHandover), handoverId],
    load: (cursor, signal) => call(readHandover, { params: { handoverId }, query: { cursor } }, { signal }),
  });
  const [handover] = list.pages;
  if (list.error) {
    return (
      <Page title={t('tabs.handovers')} path={[{ label: t('tabs.handovers'), to: '/care/handovers' }]}>
        <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
      </Page>
    );
  }
  if (!handover) return <SkeletonPage />;
  const title = t('handover.from_to', { from: handover.from.name, to: handover.to.name });
  return (
    <Page
      title={title}
      lede={<StateSentence handover={handover} />}
      path={[
        { label: t('nav.care'), to: '/care' },
        { label: t('tabs.handovers'), to: '/care/handovers' },
        { label: title },
      ]}
      aside={
        <Section title={t('hand_over.introduction')}>
          <div className={styles.words}>
            <Said size="small">{handover.introduction}</Said>
          </div>
        </Section>
      }
    >
      <HandoverActs handover={handover} />
      <Section title={t('handover.people', { count: handover.people })}>
        <ul>
          {list.pages
            .flatMap(({ list: people }) => people)
            .map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
        </ul>
        <MoreButton {...list} />
      </Section>
    </Page>
  );
}

function StateSentence({ handover }: { handover: Handover }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const { state, acceptBy, answeredAt, answerNote } = handover;
  const formats = useFormats();
  const day = dayWords(state === 'offered' || answeredAt === null ? acceptBy : answeredAt.slice(0, 10));
  return (
    <>
      {t(`handover.sentence.${state}`, { day })} {answerNote && formats.quote(answerNote)}
    </>
  );
}

function PersonRow({ person }: { person: z.infer<typeof handoverPerson> }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const { id, openPromises, lastContactOn, nextDueOn, deputy } = person;
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
        {nextDueOn && <span className={styles.below}>{t('handover.next', { day: dayWords(nextDueOn) })}</span>}
      </span>
      <span>
        {openPromises.map(({ promiseId, what, dueOn }) => (
          <span key={promiseId} className={styles.promise}>
            {t('handover.promise', { what, day: dayWords(dueOn) })}
          </span>
        ))}
        {deputy && <span className={styles.below}>{t('handover.deputy', { name: deputy.name })}</span>}
      </span>
    </li>
  );
}

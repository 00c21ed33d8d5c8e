import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { PersonName } from '#ground/ui/PersonName.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listQuietPeople } from '../contract-settings.ts';
import type { QuietPerson } from '../settings/schema.ts';
import styles from './consent-page.module.css';

const PAGE = 20;

/** Who hears nothing from us, and until when; whose silence ends next stands on top. */
export function QuietPart() {
  const t = useMessages('consent');
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const cursor = pages.at(-1);
  const { data, error, refetch } = useRead(listQuietPeople, {
    query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
  });
  const next = data?.nextCursor;
  return (
    <Section title={t('quiet.title')} extra={data && data.count > 0 && t('quiet.count', { count: data.count })}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} />}
      {data && <QuietList people={data.items} />}
      <span className={styles.pager}>
        {pages.length > 1 && <Button onClick={() => setPages(pages.slice(0, -1))}>{t('quiet.before')}</Button>}
        {next && <Button onClick={() => setPages([...pages, next])}>{t('quiet.next')}</Button>}
      </span>
    </Section>
  );
}

function QuietList({ people }: { people: readonly QuietPerson[] }) {
  const t = useMessages('consent');
  if (people.length === 0) return <p className={styles.words}>{t('quiet.empty')}</p>;
  return (
    <ul>
      {people.map((person) => (
        <QuietLine key={person.id} person={person} />
      ))}
    </ul>
  );
}

function QuietLine({ person: { talentId, name, kind, why, from, until } }: { person: QuietPerson }) {
  const t = useMessages('consent');
  const formats = useFormats();
  const words =
    kind === 'silence'
      ? t('quiet.silence', { until: formats.dateLong(until ?? from), reason: t(`silence.reason.${why}`) })
      : t(`may.objection.${why}`, { on: formats.dateLong(from) });
  return (
    <li className={styles.topic}>
      <Link to="/talents/$talentId/permission" params={{ talentId }} search={{ act: undefined }}>
        <PersonName size="card" name={name} />
      </Link>
      <span className={styles.plainQuiet}>{words}</span>
    </li>
  );
}

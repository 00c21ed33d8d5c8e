import { Link } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { readTalentPermission } from '../../contract-person.ts';
import type { TalentPermission } from '../../person/schema.ts';
import styles from './permission-page.module.css';
import { useReasonWords } from './reason-words.ts';

/** On the talent's page: whether a personal mail may go now, what stands in the way, and the way to all reasons. */
export function PermissionPanel({ talentId }: { talentId: string }) {
  return useMay('consent.read') ? <Panel talentId={talentId} /> : null;
}

function Panel({ talentId }: { talentId: string }) {
  const t = useMessages('consent');
  const { data, error, refetch } = useRead(readTalentPermission, { params: { talentId } });
  return (
    <Section title={t('may.title')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBar />}
      {data && <Now permission={data} />}
      <p className={styles.more}>
        <Link to="/talents/$talentId/permission" params={{ talentId }} search={{ act: undefined }}>
          {t('may.all_reasons')}
        </Link>
      </p>
    </Section>
  );
}

/** What decides about the next personal mail: everything that refuses or obliges, else what allows. */
function Now({ permission: { lines } }: { permission: TalentPermission }) {
  const t = useMessages('consent');
  const words = useReasonWords();
  const mail = lines.find(({ channel, purpose }) => channel === 'mail' && purpose === 'personal');
  const telling = mail?.reasons.filter(({ effect }) => effect !== 'allows') ?? [];
  return (
    <>
      <p className={styles.now}>{t(`may.now.${mail?.state ?? 'unknown'}`)}</p>
      <ul className={styles.reasons}>
        {(telling.length > 0 ? telling : (mail?.reasons ?? [])).map((reason) => (
          <li key={reason.code} data-effect={reason.effect}>
            {words(reason)}
          </li>
        ))}
      </ul>
    </>
  );
}

import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { decideClassification, readClassifications, readSummary } from '../../contract.ts';
import { useSentence } from '../use-sentence.ts';
import styles from './classification-panel.module.css';

type Item = ClientAnswer<typeof readClassifications>['items'][number];
type Segment = 'silver_medalist' | 'former' | 'passive_contact';

/** In which segments somebody is, why, and the human word on it. For the talent's page. */
export function ClassificationPanel({ talentId }: { talentId: string }) {
  const t = useMessages('inventory');
  const { data, error, refetch } = useRead(readClassifications, { params: { talentId } });
  return (
    <Section title={t('classified.title')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBar />}
      {data?.items.length === 0 && <p className={styles.none}>{t('classified.none')}</p>}
      <ul>
        {data?.items.map((item) => (
          <ClassificationLine key={item.segment} talentId={talentId} item={item} />
        ))}
      </ul>
    </Section>
  );
}

function ClassificationLine({ talentId, item }: { talentId: string; item: Item }) {
  const t = useMessages('inventory');
  const sentence = useSentence();
  const mayDecide = useMay('talents.write');
  const act = useAct(decideClassification, { stale: [readClassifications, readSummary] });
  const decide = (decision: 'confirmed' | 'rejected') =>
    act.mutate({ params: { talentId, segment: item.segment as Segment }, body: { decision } });
  return (
    <li className={styles.line} data-decision={item.decision ?? 'open'}>
      <p>
        <b className={styles.segment}>{t(`word.segment.${item.segment}`)}</b>{' '}
        {item.decision && <span className={styles.quiet}>{t(`classified.${item.decision}`)}</span>}
      </p>
      <p className={styles.why}>
        {sentence(item.reason)}{' '}
        <span className={styles.quiet}>{t('classified.rule', { version: item.ruleVersion })}</span>
      </p>
      {mayDecide && (
        <div className={styles.acts}>
          {item.decision !== 'confirmed' && (
            <Button look="bare" busy={act.isPending} onClick={() => decide('confirmed')}>
              {t('classified.confirm')}
            </Button>
          )}
          {item.decision !== 'rejected' && (
            <Button look="bare" busy={act.isPending} onClick={() => decide('rejected')}>
              {t('classified.reject')}
            </Button>
          )}
        </div>
      )}
      {act.error && <ProblemNote problem={act.error} />}
    </li>
  );
}

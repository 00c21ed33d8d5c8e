import { Link } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import { listSegments } from '../../contract.ts';
import type { SegmentCard } from '../../schema-segments.ts';
import { readRule } from '../../segments/read-rule.ts';
import { ruleText } from '../rule/rule-sentence.ts';
import { useRuleWords } from '../rule/use-rule-words.ts';
import styles from './pools-page.module.css';

/** Saved rules as sentences, with whom they find now. */
export function SegmentsSection() {
  const t = useMessages('pools');
  const mayWrite = useMay('pools.write');
  const { data, error, refetch } = useRead(listSegments, {});
  return (
    <Section
      title={t('list.segments')}
      extra={
        mayWrite && (
          <Link to="/pools/segments/new" className={classes(buttonClass(), styles.add)}>
            {t('list.new_segment')}
          </Link>
        )
      }
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} />}
      {data && <SegmentTable segments={data.items} />}
    </Section>
  );
}

const nameCell = (segment: SegmentCard) => <NameCell segment={segment} />;
const foundCell = (segment: SegmentCard) => <FoundCell segment={segment} />;

function SegmentTable({ segments }: { segments: readonly SegmentCard[] }) {
  const t = useMessages('pools');
  const isPhone = useIsPhone();
  const visible = {
    key: 'visible',
    head: t('list.visible'),
    width: '120px',
    cell: ({ visibility }: SegmentCard) => t(`visibility.${visibility}`),
  };
  const columns = [
    { key: 'name', head: t('list.name'), cell: nameCell },
    ...(isPhone ? [] : [visible]),
    {
      key: 'found',
      head: t('list.found'),
      width: isPhone ? '110px' : '180px',
      align: 'right' as const,
      cell: foundCell,
    },
  ];
  return (
    <DataTable
      caption={t('list.segments')}
      rows={segments}
      rowKey={({ id }) => id}
      empty={<EmptyState>{t('list.empty_segments')}</EmptyState>}
      columns={columns}
    />
  );
}

function FoundCell({ segment: { id, count, problem } }: { segment: SegmentCard }) {
  const t = useMessages('pools');
  const problemWords = useProblemWords();
  if (!count) {
    return (
      <span className={styles.problem} title={problem ? problemWords(problem) : undefined}>
        {t('segment.not_countable')}
      </span>
    );
  }
  return (
    <Link to="/talents" search={{ savedSegment: id }} className={styles.count}>
      {t(count.isExact ? 'segment.hits' : 'segment.hits_more', { count: count.value })}
    </Link>
  );
}

function NameCell({ segment: { id, name, rule: given } }: { segment: SegmentCard }) {
  const { words } = useRuleWords();
  const { rule } = readRule(given);
  return (
    <>
      <Link to="/pools/segments/$segmentId" params={{ segmentId: id }} className={styles.name}>
        {name}
      </Link>
      {rule && <span className={styles.below}>{ruleText(rule, words)}</span>}
    </>
  );
}

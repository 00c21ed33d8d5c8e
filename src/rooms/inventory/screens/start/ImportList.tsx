import { Link } from '@tanstack/react-router';
import { call } from '#ground/http/client.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { listImports } from '../../contract.ts';
import type { ImportListItem } from '../../schema.ts';
import { MoreButton } from '../MoreButton.tsx';
import { usePages } from '../use-pages.ts';
import styles from './import-list.module.css';

const PAGE = 20;

/** All files that were ever dropped, newest first; also those that wait, or were taken back, while nobody is known yet. */
export function ImportList({ whenNone }: { whenNone: 'say' | 'hide' }) {
  const t = useMessages('inventory');
  const imports = usePages({
    key: [listImports.path, 'list'],
    load: (cursor, signal) => call(listImports, { query: { cursor, limit: PAGE } }, { signal }),
  });
  if (whenNone === 'hide' && imports.items.length === 0) return null;
  return (
    <div className={styles.place}>
      <Section title={t('imports.title')}>
        {imports.isPending && <SkeletonRows rows={3} />}
        {imports.error && <ProblemNote problem={imports.error} onRetry={() => void imports.refetch()} />}
        {imports.isSuccess && imports.items.length === 0 && <p className={styles.none}>{t('imports.none')}</p>}
        <ul>
          {imports.items.map((item) => (
            <ImportLine key={item.id} item={item} />
          ))}
        </ul>
        <MoreButton {...imports} />
      </Section>
    </div>
  );
}

function ImportLine({ item }: { item: ImportListItem }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const { created, updated, rejected } = item.counts;
  const numbers = {
    created: formats.number(created),
    updated: formats.number(updated),
    rejected: formats.number(rejected),
    rows: formats.number(item.rowTotal ?? 0),
  };
  const hasRun = item.state === 'done' || item.state === 'cancelled';
  return (
    <li className={styles.line}>
      <Link className={textStyles.link} to={`/inventory/imports/${item.id}`}>
        {item.fileName}
      </Link>
      <span data-state={item.state} className={styles.state}>
        {t(`imports.state.${item.state}`)}
      </span>
      <span className={styles.numbers}>{hasRun && t('imports.numbers', numbers)}</span>
      <span className={styles.when} title={formats.dateTime(item.createdAt)}>
        {item.startedBy
          ? t('imports.when_by', { when: formats.dateShort(item.createdAt), name: item.startedBy })
          : formats.dateShort(item.createdAt)}
      </span>
    </li>
  );
}

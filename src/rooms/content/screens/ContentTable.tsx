import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '#ground/ui/classes.ts';
import type { ContentItem } from '../schema.ts';
import styles from './contents-page.module.css';
import { useTopics } from '#rooms/consent/web.tsx';

interface ContentTableProps {
  items: readonly ContentItem[];
  openId: string | undefined;
  onOpen: (contentId: string) => void;
}

/** One content per row between hairlines: what kind, what it says, for whom, how long. */
export function ContentTable({ items, openId, onOpen }: ContentTableProps) {
  return (
    <ul className={styles.table}>
      {items.map((item) => (
        <ContentRow key={item.id} item={item} isOpen={item.id === openId} onOpen={() => onOpen(item.id)} />
      ))}
    </ul>
  );
}

function ContentRow({ item, isOpen, onOpen }: { item: ContentItem; isOpen: boolean; onOpen: () => void }) {
  const t = useMessages('content');
  const formats = useFormats();
  const topics = useTopics().filter(({ id }) => item.topicIds.includes(id));
  const { kind, title, summary, language, keywords } = item;
  const about = [...topics.map(({ name }) => name), ...keywords];
  return (
    <li className={styles.row} data-open={isOpen}>
      <span className={styles.kind}>{t(`kind.${kind}`)}</span>
      <span className={styles.what}>
        <button type="button" className={styles.title} aria-expanded={isOpen} onClick={onOpen}>
          {title}
        </button>
        {summary && <span className={styles.summary}>{summary}</span>}
        {about.length > 0 && <span className={styles.about}>{formats.list(about)}</span>}
      </span>
      <span className={styles.language}>{t(`language.${language}`)}</span>
      <span className={classes(styles.when, item.state === 'over' && styles.over)}>
        <WhenWords item={item} />
      </span>
    </li>
  );
}

/** "am 4. Dezember", "ab 1. Januar", "bis 31. März", "vorbei", "im Archiv" */
function WhenWords({ item: { kind, state, onDate, usableUntil } }: { item: ContentItem }) {
  const t = useMessages('content');
  const formats = useFormats();
  if (state === 'archived') return t('when.archived');
  if (state === 'over') return t('when.over');
  if (kind === 'event' && onDate) return t('when.on', { date: formats.dateLong(onDate) });
  if (state === 'later' && onDate) return t('when.from', { date: formats.dateLong(onDate) });
  return usableUntil ? t('when.until', { date: formats.dateLong(usableUntil) }) : t('when.always');
}

import { Link, useSearch } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { searchOfView } from '../list/list-search.ts';
import { addressOfSearch } from '../list/use-list-search.ts';
import { useViews } from './use-views.ts';
import styles from './views-nav.module.css';

/** Pinned views at the end of the navigation, with how many people they find now. */
export function ViewsNav() {
  const t = useMessages('talents');
  const formats = useFormats();
  const { data } = useViews();
  const { view: current }: { view?: string } = useSearch({ strict: false });
  const pinned = (data?.items ?? []).filter(({ isPinned }) => isPinned);
  if (pinned.length === 0) return null;
  return (
    <div className={styles.section}>
      <h2 className={styles.group}>{t('views.title')}</h2>
      <ul className={styles.list}>
        {pinned.map((view) => (
          <li key={view.id}>
            <Link
              to="/talents"
              search={addressOfSearch(searchOfView(view)) as never}
              activeProps={{}}
              aria-current={view.id === current ? 'page' : undefined}
              title={view.isMine ? view.name : t('views.of', { name: view.name, owner: view.ownerName })}
            >
              <span className={styles.name}>{view.name}</span>
              {view.count && (
                <span className={styles.count}>
                  {t(view.count.isExact ? 'views.count' : 'views.count_more', {
                    count: formats.number(view.count.value),
                  })}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

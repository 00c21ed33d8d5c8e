import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, useEffect } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './page.module.css';

export interface PathStep {
  label: string;
  to?: string;
}

interface PageProps {
  /** Also the document's title; shown as heading unless `heading` replaces it. */
  title: string;
  heading?: ReactNode;
  lede?: ReactNode;
  /** Where I am, as words. Without it the title stands in the bar. */
  path?: readonly PathStep[];
  /** Quiet state of the view, such as "Gespeichert 09:42". */
  status?: ReactNode;
  /** At most two buttons. */
  actions?: ReactNode;
  aside?: ReactNode;
  /** `sheet` pads and shows the title; `full` gives the whole surface to lists that scroll by themselves. */
  layout?: 'sheet' | 'full';
  children: ReactNode;
}

/** A screen inside the shell: the bar on top, then the sheet. */
export function Page({ title, heading, lede, path, status, actions, aside, layout = 'sheet', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Wiedersehen`;
  }, [title]);
  return (
    <div className={styles.page} data-layout={layout}>
      <TopBar path={path ?? [{ label: title }]} status={status} actions={actions} />
      {layout === 'full' ? (
        <>
          <h1 className={styles.hiddenTitle}>{title}</h1>
          {children}
        </>
      ) : (
        <div className={aside ? styles.withAside : undefined}>
          <div className={styles.sheet}>
            {heading ?? <h1>{title}</h1>}
            {lede && <p className={styles.lede}>{lede}</p>}
            <div className={styles.content}>{children}</div>
          </div>
          {aside && <aside className={styles.aside}>{aside}</aside>}
        </div>
      )}
    </div>
  );
}

function TopBar({ path, status, actions }: Pick<PageProps, 'status' | 'actions'> & { path: readonly PathStep[] }) {
  const t = useMessages('ui');
  return (
    <header className={styles.bar}>
      <nav aria-label={t('page.path')} className={styles.path}>
        {path.map(({ label, to }, i) => (
          <Fragment key={label}>
            {i > 0 && <span aria-hidden="true"> / </span>}
            {to ? <Link to={to}>{label}</Link> : <span aria-current="page">{label}</span>}
          </Fragment>
        ))}
      </nav>
      {status && <span className={styles.status}>{status}</span>}
      <span className={styles.actions}>{actions}</span>
    </header>
  );
}

/** A part of a page under a small heading with a rule. */
export function Section({ title, extra, children }: { title: ReactNode; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {extra && <span>{extra}</span>}
      </div>
      {children}
    </section>
  );
}

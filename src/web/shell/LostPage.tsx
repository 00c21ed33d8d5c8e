import { Link } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import styles from './state-page.module.css';

/** An address that leads nowhere, with a way back. */
export function LostPage() {
  const t = useMessages('web');
  return (
    <div className={styles.page}>
      <h1>{t('lost.title')}</h1>
      <EmptyState
        actions={
          <Link to="/" className={buttonClass('filled')}>
            {t('lost.home')}
          </Link>
        }
      >
        {t('lost.why')}
      </EmptyState>
    </div>
  );
}

import { Link, useNavigate } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { KeyCap } from '#ground/ui/KeyCap.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import styles from './personal.module.css';

/** On the talent's page: the way to a letter from one person to another. */
export function LetterPanel({ talentId }: { talentId: string }) {
  return useMay('campaigns.write') ? <Way talentId={talentId} /> : null;
}

function Way({ talentId }: { talentId: string }) {
  const t = useMessages('campaigns');
  const navigate = useNavigate();
  const write = () => void navigate({ to: '/talents/$talentId/letter', params: { talentId } });
  useShortcuts([{ keys: 'm', label: t('personalPage.write'), run: write }]);
  return (
    <p className={styles.panel}>
      <Link to="/talents/$talentId/letter" params={{ talentId }} className={buttonClass('plain')}>
        <span>{t('personalPage.write')}</span>
        <KeyCap keys="m" />
      </Link>
    </p>
  );
}

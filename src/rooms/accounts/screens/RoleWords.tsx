import { useMessages } from '#ground/i18n/use-messages.ts';
import { ROLES } from '../permissions.ts';
import styles from './team.module.css';

/** What each role may do, one sentence each. */
export function RoleWords() {
  const t = useMessages('accounts');
  return (
    <dl className={styles.roles}>
      {ROLES.map((role) => (
        <div key={role}>
          <dt>{t(`role.${role}`)}</dt>
          <dd>{t(`role_means.${role}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

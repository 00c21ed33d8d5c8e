import type { ComponentProps } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Monogram } from '#ground/ui/PersonName.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import styles from './me-menu.module.css';

/** The member's name at the end of the navigation; alone until its menu has come, then what opens it. */
export function MeButton(props: ComponentProps<'button'>) {
  const t = useMessages('web');
  const member = useSession()?.member;
  if (!member) return null;
  return (
    <button type="button" {...props} className={styles.me}>
      <Monogram name={member.name} />
      <span className={styles.words}>
        {member.name}
        <span className={styles.role}>{t(`role.${member.role}`)}</span>{' '}
        <span className={textStyles.hiddenText}>{t('me.menu')}</span>
      </span>
    </button>
  );
}

import type { ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import type { TalentProfile } from '../../schema-profile.ts';
import { useProfileEditing } from './editing.ts';
import { Files } from './Files.tsx';
import { Grounds } from './Grounds.tsx';
import { Merges } from './Merges.tsx';
import { PermissionList } from './PermissionList.tsx';
import { Promises } from './Promises.tsx';
import sideStyles from './side-lists.module.css';
import styles from './talent-profile.module.css';

interface SideColumnProps {
  profile: TalentProfile;
  onPromise: () => void;
  /** Parts of other rooms. */
  children: ReactNode;
}

/** What is allowed and why, what was promised, what other rooms know. */
export function SideColumn({ profile, onPromise, children }: SideColumnProps) {
  const t = useMessages('talents');
  const { mayEdit } = useProfileEditing();
  const { talent, permissions, grounds, promises, files, merges } = profile;
  return (
    <aside className={styles.right} aria-label={t('side.title')}>
      <PermissionList permissions={permissions} />
      <Promises talentId={talent.id} promises={promises} onGive={mayEdit ? onPromise : undefined} />
      {children}
      <Grounds grounds={grounds} />
      {files && <Files talentId={talent.id} files={files} />}
      {merges.length > 0 && <Merges merges={merges} />}
      <Section title={t('mirror.title')}>
        <p className={sideStyles.quiet}>{t('mirror.words')}</p>
      </Section>
    </aside>
  );
}

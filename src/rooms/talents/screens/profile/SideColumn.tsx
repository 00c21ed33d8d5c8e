import type { ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
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

/** What one must know before writing; on a phone it stands above the facts, not below a long timeline. */
export function AllowedAndPromised({ profile, onPromise }: Pick<SideColumnProps, 'profile' | 'onPromise'>) {
  const { mayEdit } = useProfileEditing();
  const { talent, permissions, promises } = profile;
  return (
    <>
      <PermissionList permissions={permissions} />
      <Promises talentId={talent.id} promises={promises} onGive={mayEdit ? onPromise : undefined} />
    </>
  );
}

/** What is allowed and why, what was promised, what other rooms know. */
export function SideColumn({ profile, onPromise, children }: SideColumnProps) {
  const t = useMessages('talents');
  const isPhone = useIsPhone();
  const { talent, grounds, files, merges } = profile;
  return (
    <aside className={styles.right} aria-label={t('side.title')}>
      {!isPhone && <AllowedAndPromised profile={profile} onPromise={onPromise} />}
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

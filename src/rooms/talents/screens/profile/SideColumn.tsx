import type { ReactNode } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import type { TalentProfile } from '../../schema-profile.ts';
import { useProfileEditing } from './editing.ts';
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
      {files && files.length > 0 && <Files files={files} />}
      {merges.length > 0 && <Merges merges={merges} />}
      <Section title={t('mirror.title')}>
        <p className={sideStyles.quiet}>{t('mirror.words')}</p>
      </Section>
    </aside>
  );
}

function Files({ files }: { files: NonNullable<TalentProfile['files']> }) {
  const t = useMessages('talents');
  const formats = useFormats();
  return (
    <Section title={t('file.title')}>
      <ul className={sideStyles.lines}>
        {files.map(({ id, name, sizeBytes, uploadedBy, createdAt }) => (
          <li key={id} className={sideStyles.line}>
            <span>{name}</span>
            <span>{t('file.size', { size: formats.number(Math.max(1, Math.round(sizeBytes / 1024))) })}</span>
            <span className={sideStyles.why}>
              {uploadedBy
                ? t('file.by', { name: uploadedBy.name, date: formats.dateLong(createdAt) })
                : formats.dateLong(createdAt)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

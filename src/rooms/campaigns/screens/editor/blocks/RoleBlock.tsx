import { useMessages } from '#ground/i18n/use-messages.ts';
import type { LetterLanguage } from '../../../types.ts';
import { Columns } from '../Columns.tsx';
import { type BlockOf, useBlockEdit, useEditing } from '../editing.ts';
import styles from '../editor.module.css';
import { missingOf } from '../is-missing.ts';
import { LinkField } from '../LinkField.tsx';
import { PlainField } from '../PlainField.tsx';
import { withPlain } from '../words.ts';
import { BlockText } from './BlockWords.tsx';

/** An open position, told in a letter. */
export function RoleBlock({ block }: { block: BlockOf<'role'> }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  return (
    <>
      <Columns isMissing={missingOf(block)}>
        {(language) => (
          <>
            <RoleLine block={block} language={language} part="title" maxLength={160} />
            <RoleLine block={block} language={language} part="place" maxLength={120} />
            <BlockText block={block} language={language} />
            <RoleLink block={block} language={language} />
          </>
        )}
      </Columns>
      <PlainField
        label={t('editor.label.role_workload')}
        placeholder={t('editor.placeholder.role_workload')}
        maxLength={40}
        className={styles.below}
        value={block.workload}
        onChange={(workload) => change({ workload }, 'workload')}
      />
    </>
  );
}

interface PartProps {
  block: BlockOf<'role'>;
  language: LetterLanguage;
}

function RoleLine({ block, language, part, maxLength }: PartProps & { part: 'title' | 'place'; maxLength: number }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  return (
    <PlainField
      label={t(`editor.label.role_${part}`)}
      placeholder={t(`editor.placeholder.role_${part}`)}
      lang={language}
      maxLength={maxLength}
      className={part === 'title' ? styles.roleTitle : styles.below}
      value={block[part][language]}
      onChange={(words) => change({ [part]: withPlain(block[part], language, words) }, `${part} ${language}`)}
    />
  );
}

function RoleLink({ block, language }: PartProps) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const { current, mayWrite } = useEditing();
  const link = block.link[language];
  if (current !== block.id) return link ? <p className={styles.quiet}>{link}</p> : null;
  return (
    <LinkField
      label={t('editor.link.to')}
      disabled={!mayWrite}
      value={link}
      onSet={(next) => change({ link: { ...block.link, [language]: next } })}
    />
  );
}

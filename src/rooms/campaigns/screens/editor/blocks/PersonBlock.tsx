import { useMessages } from '#ground/i18n/use-messages.ts';
import { Columns } from '../Columns.tsx';
import { type BlockOf, useBlockEdit } from '../editing.ts';
import styles from '../editor.module.css';
import { missingOf } from '../is-missing.ts';
import { PlainField } from '../PlainField.tsx';
import { withPlain } from '../words.ts';
import { BlockText } from './BlockWords.tsx';
import { PicturePlace } from './PicturePlace.tsx';

/** Somebody of the company, with a face, a role and words of their own. */
export function PersonBlock({ block }: { block: BlockOf<'person'> }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  return (
    <div className={styles.person}>
      <PicturePlace
        size="small"
        pictureId={block.pictureId}
        alt={block.name}
        onChange={(pictureId) => change({ pictureId })}
      />
      <div>
        <PlainField
          label={t('editor.label.person_name')}
          placeholder={t('editor.placeholder.person_name')}
          maxLength={120}
          className={styles.personName}
          value={block.name}
          onChange={(name) => change({ name }, 'name')}
        />
        <Columns isMissing={missingOf(block)}>
          {(language) => (
            <>
              <PlainField
                label={t('editor.label.person_role')}
                placeholder={t('editor.placeholder.person_role')}
                lang={language}
                maxLength={120}
                className={styles.below}
                value={block.role[language]}
                onChange={(words) => change({ role: withPlain(block.role, language, words) }, `role ${language}`)}
              />
              <BlockText block={block} language={language} />
            </>
          )}
        </Columns>
      </div>
    </div>
  );
}

import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Columns } from '../Columns.tsx';
import { type BlockOf, useBlockEdit, useEditing } from '../editing.ts';
import styles from '../editor.module.css';
import { missingOf } from '../is-missing.ts';
import { LinkField } from '../LinkField.tsx';
import { PlainField } from '../PlainField.tsx';
import { withPlain } from '../words.ts';
import { PicturePlace } from './PicturePlace.tsx';

/** What somebody who does not see the picture would miss is asked for, until it is said that there is nothing. */
export function PictureBlock({ block }: { block: BlockOf<'picture'> }) {
  const t = useMessages('campaigns');
  const change = useBlockEdit(block);
  const { current, mayWrite, languages } = useEditing();
  const [first = 'de'] = languages;
  return (
    <>
      <PicturePlace
        size="wide"
        pictureId={block.pictureId}
        alt={block.alt[first] ?? ''}
        onChange={(pictureId) => change({ pictureId })}
      />
      {!block.isDecoration && (
        <Columns isMissing={missingOf(block)}>
          {(language) => (
            <div className={styles.alt} data-asks={!block.alt[language] && block.pictureId !== null}>
              <PlainField
                label={t('editor.label.alt')}
                placeholder={t('editor.placeholder.alt')}
                lang={language}
                maxLength={300}
                value={block.alt[language]}
                onChange={(words) => change({ alt: withPlain(block.alt, language, words) }, `alt ${language}`)}
              />
            </div>
          )}
        </Columns>
      )}
      {current === block.id && mayWrite && (
        <div className={styles.more}>
          <Checkbox checked={block.isDecoration} onMark={(isDecoration) => change({ isDecoration })}>
            {t('editor.picture.decoration')}
          </Checkbox>
          <LinkField label={t('editor.link.to')} value={block.link} onSet={(link) => change({ link })} />
        </div>
      )}
    </>
  );
}

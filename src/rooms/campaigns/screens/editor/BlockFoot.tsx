import { Suspense } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { RuleWords } from '#rooms/pools/web.tsx';
import type { Block } from '../../schema-letter.ts';
import styles from './block.module.css';
import { useEditing } from './editing.ts';
import { FormChoice } from './FormChoice.tsx';
import { hasForms, hasInformal } from './words.ts';

/** Below a block: who sees it as a sentence, how many that are, and whether du and Sie differ. */
export function BlockFoot({ block }: { block: Block }) {
  const { current, languages } = useEditing();
  const isCurrent = current === block.id;
  const hasTwoForms = isCurrent && hasForms(block) && languages.includes('de');
  if (!isCurrent && block.rule === undefined) return null;
  return (
    <div className={styles.foot}>
      <Readers block={block} />
      {hasTwoForms && <FormChoice ownerId={block.id} hasInformal={hasInformal(block, 'de')} />}
    </div>
  );
}

function Readers({ block }: { block: Block }) {
  const t = useMessages('campaigns');
  const { mayWrite, askRule, current } = useEditing();
  if (block.rule === undefined) {
    if (current !== block.id) return null;
    return (
      <span>
        {t('editor.rule.everybody')}{' '}
        {mayWrite && (
          <button type="button" className={styles.act} onClick={() => askRule(block.id)}>
            {t('editor.rule.narrow')}
          </button>
        )}
      </span>
    );
  }
  return (
    <span className={styles.rule}>
      <span className={styles.sentence} data-short={current !== block.id}>
        <Suspense fallback={null}>
          <RuleWords rule={block.rule} />
        </Suspense>
      </span>
      <ReadBy block={block} />{' '}
      {mayWrite && (
        <button type="button" className={styles.act} onClick={() => askRule(block.id)}>
          {t('editor.rule.change')}
        </button>
      )}
    </span>
  );
}

function ReadBy({ block }: { block: Block }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { reach } = useEditing();
  const readers = reach?.blocks.find(({ blockId }) => blockId === block.id)?.readers;
  if (!reach || readers === undefined) return null;
  return (
    <span className={styles.readBy} data-nobody={readers === 0}>
      {readers === 0
        ? t('editor.rule.nobody')
        : t('editor.rule.read_by', { readers: formats.number(readers), of: formats.number(reach.readers) })}
    </span>
  );
}

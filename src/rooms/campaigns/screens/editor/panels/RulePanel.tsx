import { Suspense } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SidePanel } from '#ground/ui/SidePanel.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { RuleField } from '#rooms/pools/web.tsx';
import type { Block } from '../../../schema-letter.ts';
import { useBlockEdit, useEditing } from '../editing.ts';
import { placeOf } from '../letter-blocks.ts';
import { useBlockActs } from '../use-block-acts.ts';
import styles from './panels.module.css';

/** Who sees a block, in the grammar of segments. */
export function RulePanel({ block }: { block: Block }) {
  const t = useMessages('campaigns');
  const { letter, askRule } = useEditing();
  const change = useBlockEdit<Block>(block);
  const acts = useBlockActs();
  const close = () => {
    askRule(undefined);
    acts.focus(block.id);
  };
  const title = t('editor.rule.title');
  return (
    <SidePanel label={title} onClose={close}>
      <h2>{title}</h2>
      <p className={styles.lede}>
        {t('editor.rule.lede', { kind: t(`editor.kind.${block.kind}`), place: placeOf(letter, block.id) + 1 })}
      </p>
      <Suspense fallback={<SkeletonRows rows={4} />}>
        <RuleField
          rule={block.rule}
          applyLabel={t('editor.rule.apply')}
          emptyLabel={t('editor.rule.for_all')}
          onApply={(rule) => {
            change({ rule });
            close();
          }}
        />
      </Suspense>
    </SidePanel>
  );
}

import { IconGripVertical, IconPlus } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Icon } from '#ground/ui/Icon.tsx';
import { Menu, MenuItem, MenuLine } from '#ground/ui/Menu.tsx';
import type { Block } from '../../schema-letter.ts';
import styles from './block.module.css';
import { useEditing } from './editing.ts';
import { useBlockActs } from './use-block-acts.ts';

interface BlockHandleProps {
  block: Block;
  place: number;
  handle: RefObject<HTMLDivElement | null>;
}

/** Pressed it opens what can be done with the block; dragged it takes the block along. */
export function BlockHandle({ block, place, handle }: BlockHandleProps) {
  const t = useMessages('campaigns');
  const { letter, askRule, openMenu } = useEditing();
  const acts = useBlockActs();
  const label = t('editor.handle', { kind: t(`editor.kind.${block.kind}`), place });
  const addLabel = t('editor.add_below');
  return (
    <div ref={handle} className={styles.handle}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.grip}
        aria-label={addLabel}
        title={addLabel}
        onClick={() => openMenu(block.id)}
      >
        <Icon of={IconPlus} />
      </button>
      <Menu
        trigger={
          <button type="button" className={styles.grip} aria-label={label} title={label}>
            <Icon of={IconGripVertical} />
          </button>
        }
      >
        <MenuItem keys="/" onChoose={() => openMenu(block.id)}>
          {t('editor.act.add')}
        </MenuItem>
        <MenuItem disabled={place === 1} onChoose={() => acts.step(block.id, -1)}>
          {t('editor.act.up')}
        </MenuItem>
        <MenuItem disabled={place === letter.blocks.length} onChoose={() => acts.step(block.id, 1)}>
          {t('editor.act.down')}
        </MenuItem>
        <MenuItem onChoose={() => acts.copy(block)}>{t('editor.act.copy')}</MenuItem>
        <MenuItem onChoose={() => askRule(block.id)}>{t('editor.act.rule')}</MenuItem>
        <MenuLine />
        <MenuItem risk onChoose={() => acts.remove(block)}>
          {t('editor.act.remove')}
        </MenuItem>
      </Menu>
    </div>
  );
}

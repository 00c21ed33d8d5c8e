import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import type { Block } from '../../schema-letter.ts';
import styles from './block.module.css';
import { blockKey } from './block-keys.ts';
import { BlockFrame } from './BlockFrame.tsx';
import { BlockMenu } from './BlockMenu.tsx';
import { useEditing } from './editing.ts';
import { ADD_PLACE, type BlockActs, placeIdOf, useBlockActs } from './use-block-acts.ts';
import { edgeOf } from './use-block-drag.ts';

/** The blocks of the letter, in order, written in place. */
export function BlockList() {
  const t = useMessages('campaigns');
  const { letter, current, mayWrite, openMenu, menuBehind } = useEditing();
  const { blocks } = letter;
  const acts = useBlockActs();
  const onKey = useBlockKeys(acts);
  useDropping(acts);
  const stop = blocks.some(({ id }) => id === current) ? current : blocks[0]?.id;
  const last = blocks.at(-1)?.id ?? null;
  return (
    <>
      <ol className={styles.blocks} aria-label={t('editor.blocks')}>
        {blocks.map((block, i) => (
          <BlockFrame key={block.id} block={block} place={i + 1} isStop={block.id === stop} onKey={onKey} />
        ))}
      </ol>
      {menuBehind === null && (
        <div className={styles.menuPlace}>
          <BlockMenu behind={null} />
        </div>
      )}
      {mayWrite && (
        <div className={styles.end}>
          <Button id={ADD_PLACE} keys="/" onClick={() => openMenu(last)}>
            {t('editor.add')}
          </Button>
          {blocks.length > 0 && <p className={styles.keys}>{t('editor.keys')}</p>}
        </div>
      )}
    </>
  );
}

function useBlockKeys(acts: BlockActs) {
  const { letter, mayWrite, openMenu } = useEditing();
  return (event: KeyboardEvent<HTMLElement>, block: Block) => {
    const wish = blockKey(event, { ids: letter.blocks.map(({ id }) => id), at: block.id, mayWrite });
    if (!wish) return;
    event.preventDefault();
    if (wish.is === 'go') document.getElementById(placeIdOf(wish.to))?.focus();
    else if (wish.is === 'step') acts.step(block.id, wish.by);
    else if (wish.is === 'add') acts.add('text', block.id);
    else if (wish.is === 'menu') openMenu(block.id);
    else if (wish.is === 'copy') acts.copy(block);
    else if (wish.is === 'remove') acts.remove(block);
    else enter(event.currentTarget);
  };
}

/** Into the block: the first thing in it that can be written or pressed. */
const enter = (block: HTMLElement) =>
  block.querySelector<HTMLElement>('[role="textbox"], textarea, input:not([type="file"]), [data-size] button')?.focus();

function useDropping(acts: BlockActs) {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data.blockId === 'string',
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0]?.data;
          const edge = target && edgeOf(target);
          if (!target || !edge || typeof source.data.blockId !== 'string' || typeof target.blockId !== 'string') return;
          latest.current.drop(source.data.blockId, { blockId: target.blockId, edge });
        },
      }),
    [],
  );
}

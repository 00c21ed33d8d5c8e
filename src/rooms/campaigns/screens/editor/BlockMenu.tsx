/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a field with proposals, which no element is */
import { type KeyboardEvent, useId, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { BlockKind } from '../../types.ts';
import { BLOCK_KINDS } from '../../types.ts';
import styles from './block-menu.module.css';
import { useEditing } from './editing.ts';
import { kindsFor } from './kinds-for.ts';
import { useBlockActs } from './use-block-acts.ts';

/** The kinds of blocks: typing narrows them, arrows choose, Enter takes, Esc goes back. */
export function BlockMenu({ behind }: { behind: string | null }) {
  const t = useMessages('campaigns');
  const acts = useBlockActs();
  const { openMenu } = useEditing();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const kinds = kindsFor(
    typed,
    BLOCK_KINDS.map((kind) => ({ kind, words: `${t(`editor.kind.${kind}`)} ${t(`editor.about.${kind}`)}` })),
  );
  const chosen = kinds[Math.min(at, kinds.length - 1)];
  const leave = () => {
    openMenu(undefined);
    acts.focus(behind ?? undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    else if (step === 0) take(chosen);
    else setAt((Math.min(at, kinds.length - 1) + step + kinds.length) % Math.max(1, kinds.length));
  };
  const take = (kind: BlockKind | undefined) => kind && acts.add(kind, behind);
  return (
    <div
      className={styles.menu}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && openMenu(undefined)}
    >
      <input
        ref={focusField}
        role="combobox"
        aria-label={t('editor.menu')}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${listId}-${chosen}`}
        autoComplete="off"
        placeholder={t('editor.menu')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value.replace(/^\//, ''));
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {kinds.length === 0 && <p className={styles.nothing}>{t('editor.menu_nothing')}</p>}
      <div id={listId} role="listbox" aria-label={t('editor.menu')} className={styles.list}>
        {kinds.map((kind) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field handles the keys
          <div
            key={kind}
            id={`${listId}-${kind}`}
            role="option"
            tabIndex={-1}
            aria-selected={kind === chosen}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(kind)}
          >
            <span className={styles.kind}>{t(`editor.kind.${kind}`)}</span>
            <span className={styles.about}>{t(`editor.about.${kind}`)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

const focusField = (field: HTMLInputElement | null) => field?.focus();

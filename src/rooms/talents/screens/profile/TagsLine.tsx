import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProfileEditing } from './editing.ts';
import styles from './fact-line.module.css';

/** Tags as words with commas; editing them is editing that line. */
export function TagsLine({ tags }: { tags: readonly string[] }) {
  const t = useMessages('talents');
  const { mayEdit, save } = useProfileEditing();
  const [typed, setTyped] = useState<string>();
  const words = tags.join(', ');
  const keep = () => {
    const next = [...new Set((typed ?? '').split(',').map((tag) => tag.trim()))].filter(Boolean);
    setTyped(undefined);
    if (next.join() !== tags.join()) save({ tags: next });
  };
  const label = t('field.tags');
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {!mayEdit && (words || t('value.none'))}
        {mayEdit && typed === undefined && (
          <button
            type="button"
            className={styles.fact}
            data-none={words === ''}
            aria-label={t('edit.change', { label, value: words || t('value.none') })}
            onClick={() => setTyped(words)}
          >
            {words || t('value.none')}
          </button>
        )}
        {typed !== undefined && (
          <input
            ref={takeFocus}
            className={styles.input}
            aria-label={label}
            title={t('edit.tags_help')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key === 'Enter') keep();
              if (event.key === 'Escape') setTyped(undefined);
            }}
          />
        )}
      </dd>
    </>
  );
}

const takeFocus = (field: HTMLInputElement | null) => field?.focus();

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a field with proposals, which no element is */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { reading } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { suggestTalents } from '#rooms/talents/contract.ts';
import { nameOf } from '../shared/names.ts';
import styles from './people.module.css';

export interface Found {
  id: string;
  name: string;
}

/** Finds a person by name; arrows choose, Enter takes. */
export function PersonSearch({ id, onChoose }: { id: string; onChoose: (person: Found) => void }) {
  const t = useMessages('pools');
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    ...reading(suggestTalents, { query: { q } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const found = q === '' ? [] : (data?.items ?? []);
  const current = found[Math.min(at, found.length - 1)];
  const take = (person: (typeof found)[number] | undefined) => {
    if (!person) return;
    onChoose({ id: person.id, name: nameOf(person) });
    setTyped('');
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === 0) take(current);
    else setAt(Math.max(0, Math.min(found.length - 1, at + step)));
  };
  return (
    <div className={styles.search}>
      <TextField
        id={id}
        label={t('add.search')}
        help={t('add.search_help')}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {q !== '' && data && found.length === 0 && <p className={styles.note}>{t('add.nobody_found')}</p>}
      <div id={listId} role="listbox" aria-label={t('add.search')} className={styles.found}>
        {found.map((person) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field handles the keys
          <div
            key={person.id}
            id={`${listId}-${person.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={person.id === current?.id}
            className={styles.option}
            onClick={() => take(person)}
          >
            <span className={styles.person}>{nameOf(person)}</span>
            <span className={styles.quiet}>{[person.role, person.employer].filter(Boolean).join(', ')}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a field with proposals, which no element is */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { reading } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { listReadersRoute } from '../../contract-writing.ts';
import styles from './preview.module.css';
import { FIXED_READERS, type Reader, readerKey } from './readers.ts';

interface ReaderPickerProps {
  campaignId: string;
  reader: Reader;
  onChoose: (reader: Reader) => void;
}

interface Choice {
  key: string;
  label: string;
  note: string;
  isPerson: boolean;
  reader: Reader;
}

/** Finds whose eyes to use: somebody of the audience by name, or one of the readers that every letter has. */
export function ReaderPicker({ campaignId, reader, onChoose }: ReaderPickerProps) {
  const t = useMessages('campaigns');
  const listId = useId();
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const [person, setPerson] = useState('');
  const choices = useChoices(campaignId, typed);
  const isOpen = typed !== undefined;
  const chosen = choices[Math.min(at, choices.length - 1)];
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    if (choice.isPerson) setPerson(choice.label);
    onChoose(choice.reader);
    setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setTyped(undefined);
    } else if (step !== 0 || (event.key === 'Enter' && isOpen)) {
      event.preventDefault();
      if (step === 0) take(chosen);
      else if (isOpen) setAt(Math.max(0, Math.min(choices.length - 1, at + step)));
      else setTyped('');
    }
  };
  const shown = reader.kind === 'person' ? person : t(`preview.reader.${readerKey(reader)}`);
  return (
    <div className={styles.picker}>
      <TextField
        label={t('preview.as')}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && chosen ? `${listId}-${chosen.key}` : undefined}
        autoComplete="off"
        placeholder={t('preview.search')}
        value={typed ?? shown}
        onFocus={({ target }) => target.select()}
        onClick={() => setTyped(typed ?? '')}
        onBlur={() => setTyped(undefined)}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('preview.as')} className={styles.options} hidden={!isOpen}>
        {choices.map((choice) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field handles the keys
          <div
            key={choice.key}
            id={`${listId}-${choice.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice.key === chosen?.key}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            <span className={choice.isPerson ? styles.person : undefined}>{choice.label}</span>
            <span className={styles.quiet}>{choice.note}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Nothing typed: the fixed ones first, then a few people. Typed: people, and the fixed ones whose words fit. */
function useChoices(campaignId: string, typed: string | undefined): Choice[] {
  const t = useMessages('campaigns');
  const search = useDeferredValue(typed?.trim() ?? '');
  const { data } = useQuery({
    ...reading(listReadersRoute, { params: { campaignId }, query: { search } }),
    enabled: typed !== undefined,
    placeholderData: keepPreviousData,
  });
  const fixed = FIXED_READERS.map((reader): Choice => {
    const key = readerKey(reader);
    return { key, label: t(`preview.reader.${key}`), note: '', isPerson: false, reader };
  }).filter(({ label }) => label.toLowerCase().includes((typed ?? '').trim().toLowerCase()));
  const people = (data?.items ?? []).map(({ talentId, name, role, language }): Choice => ({
    key: talentId,
    label: name,
    note: [role, t(`editor.language.${language}`)].filter(Boolean).join(', '),
    isPerson: true,
    reader: { kind: 'person', talentId },
  }));
  return search === '' ? [...fixed, ...people] : [...people, ...fixed];
}

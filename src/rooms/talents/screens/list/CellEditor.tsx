import { Popover } from '@base-ui/react/popover';
import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { listTeam } from '#rooms/accounts/contract.ts';
import { dayFromWords } from '../../due-words.ts';
import type { TalentRow } from '../../schema.ts';
import { type Stage, STAGES } from '../../types.ts';
import popup from '../shared/popup.module.css';
import { DueField } from '../shared/DueField.tsx';
import { useToday } from '#ground/i18n/use-formats.ts';
import { type EditableColumn, useEditing } from './editing.ts';
import styles from './talent-cells.module.css';

interface EditorProps {
  row: TalentRow;
  anchor: RefObject<HTMLSpanElement | null>;
}

export function CellEditor({ column, ...props }: EditorProps & { column: EditableColumn }) {
  if (column === 'city') return <CityEditor {...props} />;
  if (column === 'stage') return <StageEditor {...props} />;
  if (column === 'owner') return <OwnerEditor {...props} />;
  return column === 'tags' ? <TagsEditor {...props} /> : <NextStepEditor {...props} />;
}

/** Enter saves, Tab saves and goes on, Esc leaves the old value. Nothing of it reaches the list's own keys. */
function useEditorKeys(save: () => void) {
  const { stop } = useEditing();
  return (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      stop('leave');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      save();
      stop('leave');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      save();
      stop(event.shiftKey ? 'previous' : 'next');
    }
  };
}

function CityEditor({ row }: EditorProps) {
  const t = useMessages('talents');
  const { save } = useEditing();
  const [city, setCity] = useState(row.city ?? '');
  const field = useFocus<HTMLInputElement>();
  const keep = () => city.trim() !== (row.city ?? '') && save(row, 'city', { city: city.trim() || null });
  const keys = useEditorKeys(keep);
  return (
    <input
      ref={field}
      aria-label={t('field.city')}
      className={styles.input}
      value={city}
      onChange={(event) => setCity(event.target.value)}
      onKeyDown={keys}
    />
  );
}

function StageEditor({ row }: EditorProps) {
  const t = useMessages('talents');
  const { save } = useEditing();
  const options = STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }));
  return (
    <ChoiceEditor
      label={t('field.stage')}
      value={row.stage}
      options={options}
      onSave={(stage) => stage !== row.stage && save(row, 'stage', { stage: stage as Stage })}
    />
  );
}

function OwnerEditor({ row }: EditorProps) {
  const t = useMessages('talents');
  const { save } = useEditing();
  const { data: team } = useRead(listTeam, {});
  const people = (team?.items ?? []).filter(({ state }) => state !== 'disabled');
  const options = [
    { value: '', label: t('member.none') },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <ChoiceEditor
      label={t('field.ownerId')}
      value={row.owner?.id ?? ''}
      options={options}
      onSave={(id) => id !== (row.owner?.id ?? '') && save(row, 'owner', { ownerId: id || null })}
    />
  );
}

interface ChoiceEditorProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onSave: (value: string) => void;
}

function ChoiceEditor({ label, value, options, onSave }: ChoiceEditorProps) {
  const [chosen, setChosen] = useState(value);
  const field = useFocus<HTMLSelectElement>();
  const keys = useEditorKeys(() => onSave(chosen));
  return (
    <select
      ref={field}
      aria-label={label}
      className={styles.input}
      value={chosen}
      onChange={(event) => setChosen(event.target.value)}
      onKeyDown={keys}
      onBlur={() => onSave(chosen)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function TagsEditor({ row, anchor }: EditorProps) {
  const t = useMessages('talents');
  const { save } = useEditing();
  const [words, setWords] = useState(row.tags.join(', '));
  const keep = () => {
    const tags = [...new Set(words.split(',').map((tag) => tag.trim()))].filter(Boolean);
    if (tags.join() !== row.tags.join()) save(row, 'tags', { tags });
  };
  return (
    <Beside anchor={anchor} label={t('field.tags')} onSave={keep}>
      <TextField
        label={t('field.tags')}
        help={t('edit.tags_help')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </Beside>
  );
}

function NextStepEditor({ row, anchor }: EditorProps) {
  const t = useMessages('talents');
  const { save } = useEditing();
  const today = useToday();
  const [what, setWhat] = useState(row.nextStep ?? '');
  const [when, setWhen] = useState(row.nextStepOn ?? '');
  const keep = () => {
    const nextStepOn = dayFromWords(when, today) ?? null;
    if (what.trim() !== (row.nextStep ?? '') || nextStepOn !== row.nextStepOn)
      save(row, 'next_step', { nextStep: what.trim() || null, nextStepOn });
  };
  return (
    <Beside anchor={anchor} label={t('field.nextStep')} onSave={keep}>
      <TextField label={t('field.nextStep')} value={what} onChange={(event) => setWhat(event.target.value)} />
      <DueField label={t('contact.next_when')} words={when} onWords={setWhen} />
    </Beside>
  );
}

interface BesideProps {
  anchor: RefObject<HTMLSpanElement | null>;
  label: string;
  onSave: () => void;
  children: ReactNode;
}

/** An editor that needs more room than its cell. */
function Beside({ anchor, label, onSave, children }: BesideProps) {
  const t = useMessages('talents');
  const { stop } = useEditing();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
    stop('leave');
  };
  return (
    <Popover.Root open onOpenChange={(open) => !open && stop('leave')}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} sideOffset={4} align="start" className={popup.place}>
          <Popover.Popup aria-label={label} className={popup.popup} onKeyDown={(event) => event.stopPropagation()}>
            <form className={styles.beside} onSubmit={submit}>
              {children}
              <Button type="submit" look="filled">
                {t('edit.save')}
              </Button>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function useFocus<E extends HTMLElement>() {
  const field = useRef<E>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Icon } from '#ground/ui/Icon.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import type { WantedSkill } from '../schema.ts';
import { addSkill, addSkills, endsSkill } from './skill-list.ts';
import { type SkillSuggestion, suggestSkills } from './skill-suggestions.ts';
import styles from './skills-field.module.css';

interface SkillsFieldProps {
  label: string;
  help?: string;
  skills: readonly WantedSkill[];
  onSkills: (skills: WantedSkill[]) => void;
}

/** Skills one after the other; the directory proposes while somebody types, and what it does not know is taken as written. */
export function SkillsField({ label, help, skills, onSkills }: SkillsFieldProps) {
  const [typed, setTyped] = useState('');
  const listId = useId();
  const found = useSuggestions(typed, skills);
  const [at, setAt] = useState(-1);
  const isOpen = found.length > 0;
  const marked = isOpen ? found[at] : undefined;
  const take = (next: WantedSkill[]) => {
    onSkills(next);
    setTyped('');
    setAt(-1);
  };
  const choose = ({ conceptId, label }: SkillSuggestion) => take(addSkill(skills, { label, conceptId }));
  const write = (text: string) => {
    setAt(-1);
    if (endsSkill(text)) take(addSkills(skills, text));
    else setTyped(text);
  };
  const keys = useKeys({ count: found.length, at, setAt, isEmpty: typed.trim() === '' });
  const onKeyDown = (event: KeyboardEvent) =>
    keys(event, {
      take: () => (marked ? choose(marked) : take(addSkills(skills, typed))),
      close: () => setTyped(''),
      removeLast: () => onSkills(skills.slice(0, -1)),
    });
  return (
    <div className={styles.skills}>
      <TextField
        label={label}
        help={help}
        optional
        autoComplete="off"
        maxLength={1000}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be written into
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={marked ? `${listId}-${at}` : undefined}
        value={typed}
        onChange={(event) => write(event.target.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text');
          if (!endsSkill(text)) return;
          event.preventDefault();
          take(addSkills(skills, typed + text));
        }}
        onKeyDown={onKeyDown}
        onBlur={() => take(addSkills(skills, typed))}
      />
      <Suggestions id={listId} label={label} found={found} at={at} onChoose={choose} />
      <Chosen label={label} skills={skills} onSkills={onSkills} />
    </div>
  );
}

const SHORTEST = 2;
const NOTHING: SkillSuggestion[] = [];

function useSuggestions(typed: string, skills: readonly WantedSkill[]): SkillSuggestion[] {
  const q = typed.trim();
  const { data = NOTHING } = useQuery({
    queryKey: ['skill-suggestions', q],
    queryFn: ({ signal }) => suggestSkills(q, signal),
    enabled: q.length >= SHORTEST,
    // While one more letter is asked for, the list stays instead of jumping.
    placeholderData: (before) => before,
  });
  if (q.length < SHORTEST) return NOTHING;
  return data.filter(({ conceptId }) => !skills.some((one) => one.conceptId === conceptId));
}

interface Acts {
  take: () => void;
  close: () => void;
  removeLast: () => void;
}

function useKeys({
  count,
  at,
  setAt,
  isEmpty,
}: {
  count: number;
  at: number;
  setAt: (at: number) => void;
  isEmpty: boolean;
}) {
  return (event: KeyboardEvent, { take, close, removeLast }: Acts) => {
    const acts: Record<string, (() => void) | false> = {
      ArrowDown: count > 0 && (() => setAt((at + 1) % count)),
      ArrowUp: count > 0 && (() => setAt((at <= 0 ? count : at) - 1)),
      Enter: !isEmpty && take,
      // The first Escape is for the list, the next one for the panel.
      Escape: !isEmpty && close,
      Backspace: isEmpty && removeLast,
    };
    const act = acts[event.key];
    if (!act) return;
    if (event.key !== 'Backspace') event.preventDefault();
    event.stopPropagation();
    act();
  };
}

interface SuggestionsProps {
  id: string;
  label: string;
  found: readonly SkillSuggestion[];
  at: number;
  onChoose: (suggestion: SkillSuggestion) => void;
}

function Suggestions({ id, label, found, at, onChoose }: SuggestionsProps) {
  const t = useMessages('demand');
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist shows no second name and cannot be styled
    <div id={id} role="listbox" aria-label={label} className={styles.found} hidden={found.length === 0}>
      {found.map((one, place) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role -- the field keeps the focus and has the keys
        <div
          key={one.conceptId}
          id={`${id}-${place}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- stands in a list that is no select
          role="option"
          aria-selected={place === at}
          className={styles.option}
          // Before the field loses the focus and takes what was typed as it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(one)}
        >
          {one.label}
          {one.foundAs && <span className={styles.quiet}>{t('skill.found_as', { name: one.foundAs })}</span>}
        </div>
      ))}
    </div>
  );
}

function Chosen({ label, skills, onSkills }: Omit<SkillsFieldProps, 'help'>) {
  const t = useMessages('demand');
  if (skills.length === 0) return null;
  return (
    <ul className={styles.chosen} aria-label={t('skill.chosen', { field: label })}>
      {skills.map((skill) => (
        <li key={skill.label}>
          <span>{skill.label}</span>
          <button
            type="button"
            aria-label={t('skill.remove', { name: skill.label })}
            onClick={() => onSkills(skills.filter((one) => one !== skill))}
          >
            <Icon of={IconX} />
          </button>
        </li>
      ))}
    </ul>
  );
}

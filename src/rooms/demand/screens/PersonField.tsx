import { useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { PersonName } from '#ground/ui/PersonName.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { suggestTalents } from '#rooms/talents/contract.ts';
import styles from './demands.module.css';

export interface ChosenPerson {
  id: string;
  name: string;
}

interface PersonFieldProps {
  label: string;
  help?: string;
  chosen: ChosenPerson | undefined;
  onChoose: (person: ChosenPerson | undefined) => void;
}

const SHORTEST = 2;

/** One known person, found while typing; nobody chosen is an answer too. */
export function PersonField({ label, help, chosen, onChoose }: PersonFieldProps) {
  const t = useMessages('demand');
  const [q, setQ] = useState('');
  const isAsked = !chosen && q.trim().length >= SHORTEST;
  const found = useRead(suggestTalents, { query: { q } }, { enabled: isAsked });
  if (chosen)
    return (
      <div className={styles.chosen}>
        <PersonName name={chosen.name} size="card" />
        <Button look="bare" onClick={() => onChoose(undefined)}>
          {t('person.another')}
        </Button>
      </div>
    );
  const people = isAsked ? (found.data?.items ?? []) : [];
  return (
    <div>
      <TextField
        label={label}
        help={help}
        optional
        autoComplete="off"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <ul className={styles.found} aria-label={t('person.found')}>
        {people.map(({ id, name, role }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose({ id, name })}>
              <PersonName name={name} size="card" /> <span className={styles.quiet}>{role}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

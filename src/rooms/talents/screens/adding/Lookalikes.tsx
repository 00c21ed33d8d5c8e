import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { reading } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { findLookalikes } from '../../contract.ts';
import { nameOf, placeOf } from '../shared/names.ts';
import styles from './add-panel.module.css';
import type { NewTalentDraft } from './new-talent-draft.ts';

const TYPING_PAUSE_MS = 250;
const SHORTEST = 3;

/** "Perhaps already here": found by mail, phone, or name and place, while one types. */
export function Lookalikes({ draft, onOpen }: { draft: NewTalentDraft; onOpen: (talentId: string) => void }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const query = usePaused(queryOf(draft));
  const isAskable = Object.keys(query).some((key) => key !== 'place');
  const { data } = useQuery({
    ...reading(findLookalikes, { query }),
    enabled: isAskable,
    placeholderData: keepPreviousData,
  });
  const found = isAskable ? (data?.items ?? []) : [];
  if (found.length === 0) return null;
  return (
    <div className={styles.same} aria-live="polite">
      <p>{t('add.same', { count: found.length })}</p>
      <ul>
        {found.slice(0, 5).map((one) => (
          <li key={one.id}>
            <span>
              {nameOf(one)} <span className={styles.quiet}>{placeOf(one)}</span>
              <br />
              <span className={styles.quiet}>
                {t('add.same_by', { what: formats.list(one.matchedOn.map((on) => t(`add.matched.${on}`))) })}
              </span>
            </span>
            <Button look="bare" onClick={() => onOpen(one.id)}>
              {t('add.look')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function queryOf({ email, phone, firstName, lastName, city }: NewTalentDraft) {
  const name = `${firstName} ${lastName}`.trim();
  const given = {
    email: email.trim(),
    phone: phone.trim(),
    name: lastName.trim() === '' ? '' : name,
    place: city.trim(),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value.length >= SHORTEST));
}

function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(key) as Value), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return useDeferredValue(paused);
}

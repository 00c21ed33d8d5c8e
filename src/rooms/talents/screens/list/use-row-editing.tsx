import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useMemo, useState } from 'react';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { useRead } from '#ground/http/use-call.ts';
import { initialsOf } from '#ground/ui/initials.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { listTeam } from '#rooms/accounts/contract.ts';
import { listTalents, readTalent } from '../../contract.ts';
import type { TalentFacts, TalentRow } from '../../schema.ts';
import { type Changes, useEdit } from '../shared/use-edit.tsx';
import { cellKey, type CellPlace, EDITABLE, type EditableColumn, type Editing } from './editing.ts';

type Pages = InfiniteData<ClientAnswer<typeof listTalents>>;

/** Editing in the rows: the new value stands there at once; if it cannot be saved, the old one returns with the reason. */
export function useRowEditing(list: RefObject<HTMLElement | null>, shown: readonly string[]) {
  const cache = useQueryClient();
  const mayEdit = useMay('talents.write');
  const { data: team } = useRead(listTeam, {});
  const { edit, conflictDialog } = useEdit();
  const [place, setPlace] = useState<CellPlace>();
  const [failed, setFailed] = useState<ReadonlyMap<string, string>>(new Map());

  const patch = (id: string, change: Partial<TalentRow>) =>
    cache.setQueriesData<Pages>(
      { predicate: ({ queryKey }) => queryKey[0] === listTalents.path && queryKey[1] === 'pages' },
      (known) => known && withRow(known, id, change),
    );
  const shownAs = ({ ownerId, ...changes }: Changes): Partial<TalentRow> => {
    const owner = team?.items.find(({ id }) => id === ownerId);
    const drawn = owner ? { id: owner.id, name: owner.name, initials: initialsOf(owner.name) } : null;
    return { ...(changes as Partial<TalentRow>), ...(ownerId === undefined ? {} : { owner: drawn }) };
  };
  const save = (row: TalentRow, column: EditableColumn, changes: Changes) => {
    const key = cellKey({ id: row.id, column });
    setFailed(new Map([...failed].filter(([one]) => one !== key)));
    patch(row.id, shownAs(changes));
    void edit(
      { talentId: row.id, version: row.version, changes },
      {
        onSaved: (talent) => {
          patch(row.id, rowPartOf(talent));
          void cache.invalidateQueries({ queryKey: [readTalent.path] });
        },
        onFailed: (reason) => {
          patch(row.id, row);
          setFailed((known) => new Map([...known, [key, reason]]));
        },
      },
    );
  };
  const stop: Editing['stop'] = (how) => {
    const columns = EDITABLE.filter((column) => shown.includes(column)).sort(
      (a, b) => shown.indexOf(a) - shown.indexOf(b),
    );
    const at = place ? columns.indexOf(place.column) : -1;
    const next = how === 'leave' ? undefined : columns[at + (how === 'next' ? 1 : -1)];
    setPlace(next && place ? { id: place.id, column: next } : undefined);
    if (!next) focusRow(list.current, place?.id);
  };
  const editing: Editing = { mayEdit, place, failed, start: setPlace, stop, save };
  // oxlint-disable-next-line react/exhaustive-deps -- the functions close over these values only
  const shared = useMemo(() => editing, [mayEdit, place, failed, team, shown]);
  return { editing: shared, conflictDialog };
}

function withRow(known: Pages, id: string, change: Partial<TalentRow>): Pages {
  return {
    ...known,
    pages: known.pages.map((page) =>
      page.items.some((row) => row.id === id)
        ? { ...page, items: page.items.map((row) => (row.id === id ? { ...row, ...change } : row)) }
        : page,
    ),
  };
}

const rowPartOf = ({ city, stage, nextStep, nextStepOn, tags, owner, version }: TalentFacts): Partial<TalentRow> => ({
  city,
  stage,
  nextStep,
  nextStepOn,
  tags,
  owner,
  version,
});

const focusRow = (list: HTMLElement | null, id: string | undefined) =>
  list?.querySelector<HTMLElement>(`[data-talent="${id}"]`)?.closest<HTMLElement>('[role="row"]')?.focus();

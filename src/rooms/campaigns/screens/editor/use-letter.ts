import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { ApiProblem, call } from '#ground/http/client.ts';
import { reading } from '#ground/http/use-call.ts';
import { readCampaignRoute, saveLetterRoute } from '../../contract-writing.ts';
import type { Letter } from '../../schema-letter.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { draftFor, dropDraft, keepDraft } from './drafts.ts';
import { begun, changed, type History, redone, undone } from './history.ts';
import { afterFailure, isUnsaved, SAVED, type Saving, waitBeforeSaving } from './saving.ts';

export type Edit = (change: (letter: Letter) => Letter, key?: string) => void;

type Act =
  | { is: 'edit'; change: (letter: Letter) => Letter; key: string | undefined; at: number }
  | { is: 'undo' }
  | { is: 'redo' };

function reduce(history: History<Letter>, act: Act): History<Letter> {
  if (act.is === 'undo') return undone(history);
  return act.is === 'redo' ? redone(history) : changed(history, act.change(history.now), act);
}

/** The letter on the screen: every step can be taken back, and it saves itself. */
export function useLetter(campaign: CampaignDetail) {
  const [history, act] = useReducer(reduce, campaign, ({ id, version, letter }) => {
    const draft = draftFor(id, version);
    return draft ? changed(begun(letter), draft, { at: 0 }) : begun(letter);
  });
  const letter = history.now;
  const edit: Edit = (change, key) => act({ is: 'edit', change, key, at: Date.now() });
  const { saving, save, keepMine, theirs, adopt } = useSaving(campaign, letter, (other) => edit(() => other));
  return {
    letter,
    edit,
    undo: () => act({ is: 'undo' }),
    redo: () => act({ is: 'redo' }),
    mayUndo: history.past.length > 0,
    mayRedo: history.future.length > 0,
    saving,
    saveNow: save,
    theirs,
    keepMine,
    adopt,
  };
}

function useSaving(campaign: CampaignDetail, letter: Letter, replace: (letter: Letter) => void) {
  const cache = useQueryClient();
  const [saving, setSaving] = useState<Saving>(SAVED);
  const [theirs, setTheirs] = useState<CampaignDetail>();
  const kept = useRef({ letter: campaign.letter, version: campaign.version });
  const latest = useLatest(letter);
  const flight = useRef<Promise<void>>(Promise.resolve());
  const params = { campaignId: campaign.id };
  const remember = (saved: CampaignDetail) => {
    kept.current.version = saved.version;
    cache.setQueryData(reading(readCampaignRoute, { params }).queryKey, saved);
  };
  const attempt = async () => {
    const sent = latest.current;
    if (kept.current.letter === sent) return setSaving({ is: 'saved', at: new Date() });
    setSaving({ is: 'saving' });
    try {
      remember(await call(saveLetterRoute, { params, body: { version: kept.current.version, letter: sent } }));
      kept.current.letter = sent;
      // What was written, or taken back, while it was on its way is saved next.
      if (latest.current !== sent) return setSaving({ is: 'waiting' });
      dropDraft(campaign.id);
      setSaving({ is: 'saved', at: new Date() });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      const after = afterFailure(problem);
      if (after.is === 'overtaken') setTheirs(await call(readCampaignRoute, { params }));
      setSaving(after);
    }
  };
  // One at a time: a second attempt on its way would be overtaken by the first.
  const save = () => {
    flight.current = flight.current.then(attempt, attempt);
    return flight.current;
  };
  /** Another letter than the one on the screen, already kept by the server. */
  const adopt = (other: CampaignDetail) => {
    kept.current.letter = other.letter;
    remember(other);
    setTheirs(undefined);
    replace(other.letter);
    setSaving(SAVED);
  };
  const keepMine = () => {
    if (theirs) remember(theirs);
    setTheirs(undefined);
    setSaving({ is: 'waiting' });
  };
  useSavingByItself({ campaign, letter, saving, setSaving, save, kept });
  return { saving, save, theirs, keepMine, adopt };
}

interface ByItself {
  campaign: CampaignDetail;
  letter: Letter;
  saving: Saving;
  setSaving: (change: (now: Saving) => Saving) => void;
  save: () => Promise<void>;
  kept: { current: { letter: Letter; version: number } };
}

function useSavingByItself({ campaign, letter, saving, setSaving, save, kept }: ByItself) {
  useEffect(() => {
    if (letter === kept.current.letter) return dropDraft(campaign.id);
    keepDraft(campaign.id, kept.current.version, letter);
    setSaving((now) => (now.is === 'overtaken' ? now : { is: 'waiting' }));
  }, [campaign.id, kept, letter, setSaving]);
  const latest = useLatest(save);
  const saveLatest = useCallback(() => latest.current(), [latest]);
  useEffect(() => {
    const wait = waitBeforeSaving(saving);
    if (wait === undefined) return undefined;
    const timer = setTimeout(() => void saveLatest(), wait);
    return () => clearTimeout(timer);
  }, [saving, saveLatest]);
  useLeaving(saving, saveLatest);
}

/** Whoever goes to another screen is not asked: it is saved on the way out. The browser asks before a tab is closed. */
function useLeaving(saving: Saving, save: () => Promise<void>) {
  const now = useRef(saving);
  useEffect(() => {
    now.current = saving;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved(now.current)) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      if (now.current.is === 'waiting' || now.current.is === 'failed') void save();
    };
  }, [save]);
}

/** The newest value, for what runs later than the drawing it was made in. */
function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

export type LetterAtWork = ReturnType<typeof useLetter>;

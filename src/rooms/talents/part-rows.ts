import { fold } from '#ground/text/fold.ts';
import { comparableAddress } from './address-form.ts';
import type { NewAddress, NewSkill } from './new-person.ts';

const LONGEST_NAME = 120;
const LONGEST_NOTE = 20_000;

/** What the tables hold beside what the caller gives; the same for people who are new and for those who are known. */
export const addressRow = (one: NewAddress) => ({
  ...one,
  normal_form: comparableAddress(one.kind, one.value),
  is_primary: one.isPrimary ?? false,
});

export const skillRow = (one: NewSkill) => ({
  ...one,
  name: one.name.slice(0, LONGEST_NAME),
  folded_name: fold(one.name),
});

export const noteRow = (one: { id: string; body: string; createdAt?: string }, now: Date) => ({
  ...one,
  body: one.body.slice(0, LONGEST_NOTE),
  created_at: one.createdAt ?? now,
});

import type { Spelling } from './similarity.ts';
import type { BirthDateKeys } from './types.ts';

/** A value with the number of people who have it; equal values of many records are one object. */
export interface CountedValue {
  kind: ValueKind;
  /** Folded, such as `meier`. */
  text: string;
  /** People, not records: records that are probably one person share one count. */
  people: number;
  /** log2 of the share of people who have this value: the chance that a stranger agrees by accident. */
  chanceBits: number;
  /** The record that was counted last, so that each counts once although it may say the same thing twice. */
  countedIn: number;
}

export type ValueKind =
  | 'first'
  | 'first_group'
  | 'last'
  | 'last_spelling'
  | 'last_part'
  | 'email'
  | 'mailbox'
  | 'phone'
  | 'birth'
  | 'house'
  | 'street'
  | 'place'
  | 'employer'
  | 'other_id'
  | 'link';

export interface GivenName {
  exact: CountedValue;
  written: Spelling;
  /** Without umlauts. */
  plain: Spelling;
  tokens: string[];
  groups: CountedValue[];
  isKnown: boolean;
  phonetic: string;
}

export interface FamilyName {
  exact: CountedValue;
  written: Spelling;
  spelling: CountedValue;
  /** Without umlauts, as `spelling`. */
  plain: Spelling;
  /** Parts of a double name; one element for a simple name. */
  parts: CountedValue[];
  phonetic: string;
}

export interface EmailAddress {
  exact: CountedValue;
  written: Spelling;
  mailbox: CountedValue;
  domain: string;
  /** The mailbox says no more than the name does. */
  isMadeOfName: boolean;
}

export interface Phone {
  exact: CountedValue;
  written: Spelling;
}

export interface BirthDate {
  exact: CountedValue;
  keys: BirthDateKeys;
}

export interface Street {
  house: CountedValue;
  street: CountedValue;
  name: Spelling;
  number: string;
}

export interface PlainValue {
  exact: CountedValue;
  written: Spelling;
}

/** A record made ready for comparison: folded, taken apart; equal values of two records are the same object. */
export interface PreparedRecord {
  id: string;
  first?: GivenName;
  last?: FamilyName;
  birthName?: FamilyName;
  emails: EmailAddress[];
  phones: Phone[];
  birth?: BirthDate;
  street?: Street;
  postcode?: PlainValue;
  city?: PlainValue;
  employer?: PlainValue;
  otherIds: PlainValue[];
  links: PlainValue[];
}

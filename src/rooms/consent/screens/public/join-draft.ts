import { joining } from '../../sign-up/schema.ts';

export interface JoinDraft {
  firstName: string;
  lastName: string;
  email: string;
  stays: boolean;
  topicIds: string[];
  /** Hidden: only programs fill it in. */
  website: string;
}

export const EMPTY_JOIN: JoinDraft = {
  firstName: '',
  lastName: '',
  email: '',
  stays: false,
  topicIds: [],
  website: '',
};

const NEEDED = ['firstName', 'lastName', 'email', 'stays'] as const;
export type Needed = (typeof NEEDED)[number];

/** What is still missing, by the rules of the server. */
export const missingIn = (draft: JoinDraft): Needed[] =>
  NEEDED.filter((field) => !joining.shape[field].safeParse(draft[field]).success);

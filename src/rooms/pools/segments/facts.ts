import type { ApplicationOutcome, ApplicationStage } from '#rooms/talents/types.ts';

/** Everything a rule may ask about one person, loaded beforehand. Dates are `YYYY-MM-DD`. */
export interface PersonFacts {
  id: string;
  classes: string[];
  stage: string;
  stageSince: Date;
  ownerId: string | null;
  deputyId: string | null;
  tags: string[];
  role: string | null;
  employer: string | null;
  city: string | null;
  country: string | null;
  language: string | null;
  createdAt: Date;
  nextStepOn: string | null;
  eraseOn: string;
  skills: { kind: 'skill' | 'interest'; foldedName: string }[];
  applications: { stage: ApplicationStage | null; outcome: ApplicationOutcome; appliedOn: string | null }[];
  stations: {
    employer: string;
    isOurs: boolean;
    kind: string | null;
    endedOn: string | null;
    rehireWish: string | null;
  }[];
  touches: { at: Date; direction: 'ours' | 'theirs'; isBulk: boolean }[];
  addresses: { kind: string; isBounced: boolean }[];
  /** The last answer to each question: purpose, topic and channel. */
  consents: { purpose: string; kind: string; expiresOn: string | null }[];
  poolIds: string[];
}

/** Who asks, and when. `me` in a rule is this member; the program itself is nobody. */
export interface RuleReader {
  memberId: string | null;
  now: Date;
}

const MS_PER_DAY = 86_400_000;

/** The instant so many days before now. */
export const daysBefore = ({ now }: Pick<RuleReader, 'now'>, days: number): Date =>
  new Date(now.getTime() - days * MS_PER_DAY);

/** The calendar day so many days from now (negative: ago), in UTC as everything is stored. */
export const dayFrom = ({ now }: Pick<RuleReader, 'now'>, days: number): string =>
  new Date(now.getTime() + days * MS_PER_DAY).toISOString().slice(0, 10);

/** Lower case of a to z only: the one change of case that every database makes alike. */
export const plainLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

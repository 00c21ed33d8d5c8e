/** Levels of agreement per field. The first, `missing`, says nothing; the last is plain disagreement. */
export const LEVELS = {
  first_name: ['missing', 'exact', 'part', 'nickname', 'similar', 'initial', 'swapped', 'alike', 'different'],
  last_name: ['missing', 'exact', 'spelling', 'part', 'similar', 'phonetic', 'alike', 'different'],
  email: ['missing', 'exact', 'same_mailbox', 'same_name', 'similar', 'different'],
  phone: ['missing', 'exact', 'similar', 'different'],
  birth_date: ['missing', 'exact', 'swapped', 'two_parts', 'year', 'different'],
  address: ['missing', 'same_house', 'same_street', 'similar', 'same_place', 'near_place', 'different'],
  employer: ['missing', 'exact', 'similar', 'different'],
  other_id: ['missing', 'exact', 'similar', 'different'],
  link: ['missing', 'exact', 'different'],
} as const;

export type FieldName = keyof typeof LEVELS;
export type LevelName = (typeof LEVELS)[FieldName][number];

/** Probability of each level of a field, in the order of LEVELS. */
export type LevelTable = Record<FieldName, number[]>;

export const FIELDS = Object.keys(LEVELS) as FieldName[];
export const FIELD_COUNT = FIELDS.length;

/** Index of each field in a row of levels. */
export const FIELD = {
  first_name: 0,
  last_name: 1,
  email: 2,
  phone: 3,
  birth_date: 4,
  address: 5,
  employer: 6,
  other_id: 7,
  link: 8,
} as const satisfies Record<FieldName, number>;

/** Number of the level in its field; throws nothing, an unknown level does not compile. */
export function levelOf<F extends FieldName>(field: F, level: (typeof LEVELS)[F][number]): number {
  return (LEVELS[field] as readonly string[]).indexOf(level);
}

/**
 * Where the learning starts, and what holds when a file is too small to learn from: how two records of one person
 * usually agree in files of recruiters. Read in the order of LEVELS; `missing` is never counted.
 */
export const USUAL_FOR_SAME: LevelTable = {
  first_name: [0, 0.7, 0.05, 0.08, 0.09, 0.02, 0.02, 0.015, 0.025],
  last_name: [0, 0.73, 0.06, 0.05, 0.09, 0.015, 0.015, 0.04],
  email: [0, 0.5, 0.07, 0.03, 0.08, 0.32],
  phone: [0, 0.65, 0.05, 0.3],
  birth_date: [0, 0.85, 0.02, 0.1, 0.01, 0.02],
  address: [0, 0.45, 0.05, 0.08, 0.2, 0.04, 0.18],
  employer: [0, 0.5, 0.1, 0.4],
  other_id: [0, 0.85, 0.1, 0.05],
  link: [0, 0.9, 0.1],
};

/** The same for two people of one household: relatives, couples, twins. First names and ids agree by chance only. */
export const USUAL_FOR_RELATIVES: LevelTable = {
  first_name: [0, 0, 0, 0, 0, 0, 0, 0, 1],
  last_name: [0, 0.85, 0.02, 0.05, 0.01, 0.005, 0.005, 0.06],
  email: [0, 0.05, 0.02, 0.01, 0.02, 0.9],
  phone: [0, 0.3, 0.02, 0.68],
  birth_date: [0, 0.08, 0.001, 0.01, 0.03, 0.879],
  address: [0, 0.85, 0.03, 0.02, 0.06, 0.01, 0.03],
  employer: [0, 0.1, 0.01, 0.89],
  other_id: [0, 0, 0, 1],
  link: [0, 0, 1],
};

/** E-mail of two people with the same name: mailboxes are made from names, so they meet more often than chance. */
export const USUAL_EMAIL_OF_NAMESAKES = [0, 0.01, 0.04, 0.1, 0.05, 0.8];

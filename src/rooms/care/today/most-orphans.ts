/** Today counts people without an owner up to here: after an import they may be a hundred thousand, and the morning does not wait for that. */
export const MOST_ORPHANS = 10_000;

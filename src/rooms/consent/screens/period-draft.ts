export const PERIODS = ['monthsAfterRejection', 'consentMonths', 'interestMonths'] as const;
export type PeriodName = (typeof PERIODS)[number];
/** Whole months; a field that is being emptied is `NaN`. */
export type PeriodDraft = Record<PeriodName, number>;

const LONGEST_MONTHS = 24;

export const isPeriod = (months: number): boolean =>
  Number.isInteger(months) && months >= 1 && months <= LONGEST_MONTHS;

/** What a draft changes; what is no period yet is left out. */
export const changedPeriods = (now: PeriodDraft, draft: PeriodDraft) =>
  PERIODS.filter((name) => isPeriod(draft[name]) && draft[name] !== now[name]).map((name) => ({
    name,
    before: now[name],
    after: draft[name],
  }));

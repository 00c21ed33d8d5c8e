export const LIMIT_FIELDS = ['totalPer30Days', 'bulkPer30Days', 'firstContactsPerDay'] as const;
export type LimitField = (typeof LIMIT_FIELDS)[number];

const BOUNDS: Record<LimitField, readonly [least: number, most: number]> = {
  totalPer30Days: [1, 60],
  bulkPer30Days: [0, 30],
  firstContactsPerDay: [0, 200],
};

/** The typed numbers, or which of them cannot be used. */
export function limitsFrom(draft: Record<string, string>): {
  values: Record<LimitField, number> | undefined;
  wrong: LimitField[];
} {
  const wrong = LIMIT_FIELDS.filter((field) => {
    const typed = draft[field]?.trim() ?? '';
    const [least, most] = BOUNDS[field];
    return !/^\d{1,3}$/u.test(typed) || Number(typed) < least || Number(typed) > most;
  });
  if (wrong.length > 0) return { values: undefined, wrong };
  const number = (field: LimitField) => Number(draft[field]);
  return {
    values: {
      totalPer30Days: number('totalPer30Days'),
      bulkPer30Days: number('bulkPer30Days'),
      firstContactsPerDay: number('firstContactsPerDay'),
    },
    wrong,
  };
}

/** Fewer people than this could be recognised (EM-8). */
export const SMALLEST_GROUP = 10;

/** Nothing is too few as well: that nobody did it says something about each. */
export const unlessFew = (count: number): number | null => (count < SMALLEST_GROUP ? null : count);

/**
 * Which groups stay hidden. The total is shown, so what is hidden must also be large enough together: otherwise the small group is what is
 * left after subtracting the others.
 */
export function hiddenGroups<Group extends { accepted: number }>(groups: readonly Group[]): ReadonlySet<Group> {
  const ascending = groups.toSorted((a, b) => a.accepted - b.accepted);
  const hidden = new Set(ascending.filter(({ accepted }) => accepted < SMALLEST_GROUP));
  if (hidden.size === 0) return hidden;
  let people = [...hidden].reduce((sum, { accepted }) => sum + accepted, 0);
  for (const group of ascending) {
    if (people >= SMALLEST_GROUP && hidden.size > 1) break;
    if (hidden.has(group)) continue;
    hidden.add(group);
    people += group.accepted;
  }
  return hidden;
}

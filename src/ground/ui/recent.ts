/** A page somebody was on lately, for the palette. It stays in this browser and is forgotten at sign-out. */
export interface Visit {
  to: string;
  label: string;
  kind: 'person' | 'page';
}

const KEY = 'wiedersehen.visits';
const MOST = 6;

export function readVisits(): Visit[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Visit[];
  } catch {
    return [];
  }
}

export function rememberVisit(visit: Visit): void {
  const others = readVisits().filter(({ to }) => to !== visit.to);
  sessionStorage.setItem(KEY, JSON.stringify([visit, ...others].slice(0, MOST)));
}

export const forgetVisits = (): void => sessionStorage.removeItem(KEY);

/** Rooms add their events here by declaration merging: `'talents.merged': { keptId: string; goneId: string }`. */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- rooms merge into it
export interface Events {}

export type EventName = keyof Events;

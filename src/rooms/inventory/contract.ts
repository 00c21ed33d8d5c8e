/** All routes of the room. Files that come in, the rules of the segments, pairs, people without permission. */
export * from './contract-imports.ts';
export * from './contract-rules.ts';
export * from './contract-duplicates.ts';
export * from './contract-held.ts';

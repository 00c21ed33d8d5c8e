/** All routes of the room. Reading, one person, the parts of one person, many people. */
export * from './contract-read.ts';
export * from './contract-one.ts';
export * from './contract-many.ts';
export * from './contract-parts.ts';
export * from './contract-files.ts';

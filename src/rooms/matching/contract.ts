export * from './contract-matches.ts';

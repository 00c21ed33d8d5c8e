export * from './contract-clean-up.ts';
export * from './contract-pools.ts';
export * from './contract-segments.ts';
export * from './contract-sign-ups.ts';

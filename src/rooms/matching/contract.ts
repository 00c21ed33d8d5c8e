export * from './contract-alerts.ts';
export * from './contract-matches.ts';
export * from './contract-model.ts';

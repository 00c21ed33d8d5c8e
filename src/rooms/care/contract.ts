export * from './contract-calendar.ts';
export * from './contract-handover.ts';
export * from './contract-person.ts';
export * from './contract-plans.ts';
export * from './contract-sequences.ts';
export * from './contract-today.ts';

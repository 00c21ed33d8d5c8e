import { FIRST_ROW } from './cast/first-row.ts';
import { SECOND_ROW } from './cast/second-row.ts';
import { THIRD_ROW } from './cast/third-row.ts';
import type { CastTalent } from './cast/types.ts';

/** The invented group that everything happens in. */
export const COMPANY = 'Kellermatt Antriebe AG';

/** Who works with the product there. Mara signs in; the others are owners, deputies and colleagues. */
export const TEAM = {
  mara: { name: 'Mara Steinegger', email: 'mara.steinegger@kellermatt.example', role: 'administrator' },
  ivana: { name: 'Ivana Petković', email: 'ivana.petkovic@kellermatt.example', role: 'recruiter' },
  lukas: { name: 'Lukas Obrist', email: 'lukas.obrist@kellermatt.example', role: 'recruiter' },
  reto: { name: 'Reto Hüsler', email: 'reto.huesler@kellermatt.example', role: 'hiring_manager' },
  sabine: { name: 'Sabine Roth', email: 'sabine.roth@kellermatt.example', role: 'privacy_officer' },
} as const;
export type TeamKey = keyof typeof TEAM;
/** Whoever has to do with talents; the privacy officer looks on. */
export type Colleague = Exclude<TeamKey, 'sabine'>;

/** Talents whom tests and pictures rely on. Their mail addresses and names stay as they are. */
export const CAST: readonly CastTalent[] = [...FIRST_ROW, ...SECOND_ROW, ...THIRD_ROW];

export type { CastTalent } from './cast/types.ts';

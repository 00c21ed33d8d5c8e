import type { Demand, WantedSkill } from '../schema.ts';

/** What the form holds while somebody writes; everything as text, as fields have it. */
export interface DemandDraft {
  kind: 'planned' | 'vacancy';
  title: string;
  description: string;
  headcount: string;
  fromOn: string;
  /** Whole percent. */
  likelihood: string;
  unitId: string;
  roleFamilyId: string;
  city: string;
  hoursMin: string;
  hoursMax: string;
  must: WantedSkill[];
  nice: WantedSkill[];
}

export const EMPTY_DRAFT: DemandDraft = {
  kind: 'planned',
  title: '',
  description: '',
  headcount: '1',
  fromOn: '',
  likelihood: '60',
  unitId: '',
  roleFamilyId: '',
  city: '',
  hoursMin: '',
  hoursMax: '',
  must: [],
  nice: [],
};

const percent = (share: number | null) => (share === null ? '' : String(Math.round(share * 100)));

export const draftOf = (demand: Demand): DemandDraft => ({
  kind: demand.kind,
  title: demand.title,
  description: demand.description,
  headcount: String(demand.headcount),
  fromOn: demand.fromOn ?? '',
  likelihood: percent(demand.likelihoodShare),
  unitId: demand.unit?.id ?? '',
  roleFamilyId: demand.roleFamily?.id ?? '',
  city: demand.city ?? '',
  hoursMin: percent(demand.hoursMinShare),
  hoursMax: percent(demand.hoursMaxShare),
  must: demand.must,
  nice: demand.nice,
});

export type Mistake = 'title' | 'headcount' | 'likelihood' | 'hours';

export function mistakesIn({ title, headcount, likelihood, hoursMin, hoursMax }: DemandDraft): Mistake[] {
  const isOk: Record<Mistake, boolean> = {
    title: title.trim() !== '',
    headcount: isWithin(headcount, 1, 500),
    likelihood: isWithin(likelihood, 0, 100),
    hours: isHours(hoursMin) && isHours(hoursMax) && !isTurnedRound(hoursMin, hoursMax),
  };
  return (['title', 'headcount', 'likelihood', 'hours'] as const).filter((field) => !isOk[field]);
}

const isWithin = (text: string, least: number, most: number) =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
const isHours = (text: string) => text.trim() === '' || isWithin(text, 5, 100);
const isTurnedRound = (least: string, most: string) => least !== '' && most !== '' && Number(most) < Number(least);

/** The fields as the server takes them. Skills that were chosen from the directory keep their concept. */
export function fieldsOf(draft: DemandDraft) {
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    headcount: Number(draft.headcount),
    likelihoodShare: draft.kind === 'vacancy' ? 1 : Number(draft.likelihood) / 100,
    must: draft.must,
    nice: draft.nice,
    ...frameOf(draft),
  };
}

const frameOf = ({ fromOn, unitId, roleFamilyId, city, hoursMin, hoursMax }: DemandDraft) => ({
  fromOn: fromOn || null,
  unitId: unitId || null,
  roleFamilyId: roleFamilyId || null,
  city: city.trim() || null,
  hoursMinShare: shareOf(hoursMin),
  hoursMaxShare: shareOf(hoursMax),
});

const shareOf = (text: string) => (text.trim() === '' ? null : Number(text) / 100);

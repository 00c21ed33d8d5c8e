import type { ClientAnswer, ClientInput } from '#ground/http/contract.ts';
import type { addStation } from '#rooms/talents/contract-parts.ts';
import type { createTalent } from '#rooms/talents/contract-one.ts';
import type { readCvFile } from '../../contract.ts';

type Proposal = ClientAnswer<typeof readCvFile>['proposals'][number];
type NewTalentBody = ClientInput<typeof createTalent>['body'];
type StationBody = ClientInput<typeof addStation>['body'];

/** The words of the CV a fact was taken from. */
export interface Evidence {
  quote: string;
  /** 1-based; PDF only. */
  page?: number;
}

/** One proposed fact. Only what is taken is stored. */
export interface DraftFact {
  id: number;
  field: string;
  value: string;
  isTaken: boolean;
  evidence: Evidence;
}

export interface DraftStation {
  id: number;
  employer: string;
  role: string;
  from?: string;
  to?: string;
  isTaken: boolean;
  evidence: Evidence;
}

export interface CvDraft {
  firstName: string;
  lastName: string;
  nameEvidence?: Evidence;
  facts: DraftFact[];
  stations: DraftStation[];
}

/** Proposals as something a person can correct; everything is taken until somebody says no. */
export function draftOf(proposals: readonly Proposal[]): CvDraft {
  const name = proposals.find(({ field }) => field === 'full_name');
  const { firstName, lastName } = splitName(textOf(name?.value));
  return {
    firstName,
    lastName,
    nameEvidence: name && evidenceOf(name),
    facts: proposals.flatMap((one, id) =>
      one.field === 'full_name' || one.field === 'station' ? [] : [factOf(one, id)],
    ),
    stations: proposals.flatMap((one, id) => (one.field === 'station' ? [stationOf(one, id)] : [])),
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const evidenceOf = ({ quote, page }: Proposal): Evidence => ({ quote, page });

/** The last word is the family name, with the small words before it. */
export function splitName(name: string): { firstName: string; lastName: string } {
  const words = name.trim().split(/\s+/);
  const small = words.findIndex(
    (word, i) => i > 0 && /^(von|van|de|der|den|zu|zur|vom|da|di|la|le|el|al)$/i.test(word),
  );
  const cut = small > 0 ? small : Math.max(1, words.length - 1);
  return { firstName: words.slice(0, cut).join(' '), lastName: words.slice(cut).join(' ') };
}

function factOf(proposal: Proposal, id: number): DraftFact {
  return { id, field: proposal.field, value: textOf(proposal.value), isTaken: true, evidence: evidenceOf(proposal) };
}

function stationOf(proposal: Proposal, id: number): DraftStation {
  const value = (typeof proposal.value === 'object' && proposal.value !== null ? proposal.value : {}) as Record<
    string,
    unknown
  >;
  const from = textOf(value['from']) || undefined;
  const to = textOf(value['to']) || undefined;
  return {
    id,
    employer: textOf(value['employer']),
    role: textOf(value['role']),
    from,
    to,
    isTaken: true,
    evidence: evidenceOf(proposal),
  };
}

const ADDRESS_KIND: Record<string, 'email' | 'phone' | 'linkedin' | 'xing' | 'website'> = {
  email: 'email',
  phone: 'phone',
  linkedin_url: 'linkedin',
  xing_url: 'xing',
  website: 'website',
};

/** What is sent once somebody has confirmed it. */
export function talentBody(draft: CvDraft, ground: NewTalentBody['ground']): NewTalentBody {
  const taken = draft.facts.filter(({ isTaken, value }) => isTaken && value.trim() !== '');
  const current = draft.stations.find(({ isTaken, to }) => isTaken && to === undefined);
  const city = taken.find(({ field }) => field === 'city')?.value;
  return {
    firstName: draft.firstName,
    lastName: draft.lastName,
    ...(city ? { city } : {}),
    ...(current?.role ? { role: current.role } : {}),
    ...(current?.employer ? { employer: current.employer } : {}),
    addresses: taken.flatMap(({ field, value }) => {
      const kind = ADDRESS_KIND[field];
      return kind ? [{ kind, value }] : [];
    }),
    skills: taken.filter(({ field }) => field === 'skills').flatMap(skillsOf),
    ground,
  };
}

function skillsOf({ value, evidence }: DraftFact) {
  const names = value
    .split(/[,;\n]/)
    .map((name) => name.trim().slice(0, 120))
    .filter(Boolean);
  return [...new Set(names)]
    .slice(0, 50)
    .map((name) => ({ kind: 'skill' as const, name, evidence: evidence.quote.slice(0, 300) }));
}

export function stationBodies(draft: CvDraft): StationBody[] {
  return draft.stations
    .filter(({ isTaken, employer }) => isTaken && employer !== '')
    .map(({ employer, role, from, to }) => ({
      employer,
      role: role || null,
      startedOn: dayOf(from),
      endedOn: dayOf(to),
    }));
}

/** A CV tells years or months; the record wants days, so the first of the span stands for it. */
function dayOf(part: string | undefined): string | null {
  if (part === undefined) return null;
  return `${part}-01-01`.slice(0, 10);
}

import { newId } from '#ground/ids.ts';
import type { NewAddress, NewApplication, NewPerson, NewStation, PersonUpdate } from '#rooms/talents/index.ts';
import type { ImportedPerson } from '../types.ts';
import type { PlanSettings, RowPlan } from './plan.ts';
import type { ImportRecord } from './queries.ts';

type Kept = Extract<RowPlan, { kind: 'create' | 'update' }>;

/** Where the rows belong: the legal entity with its name, and the mark that every row of this import carries. */
export interface Origin {
  entityId: string;
  company: string;
  source: string;
}

export const originOf = (
  { id, entity_id: entityId }: Pick<ImportRecord, 'id' | 'entity_id'>,
  { company }: Pick<PlanSettings, 'company'>,
): Origin => ({ entityId, company, source: `import:${id}` });

/** The import's word for one person in the words of the talents room. */
export function personOf(plan: Extract<RowPlan, { kind: 'create' }>, origin: Origin): NewPerson {
  const { person } = plan;
  return {
    id: plan.talentId,
    entityId: origin.entityId,
    firstName: person.firstName,
    lastName: person.lastName,
    ...fieldsOf(person),
    eraseOn: plan.eraseOn,
    ...childrenOf(plan, origin),
  };
}

export const updateOf = (plan: Kept, origin: Origin, eraseOn?: string): PersonUpdate => ({
  id: plan.talentId,
  ...fieldsOf(plan.person),
  ...(eraseOn ? { eraseOn } : {}),
  ...childrenOf(plan, origin),
});

function fieldsOf({
  title,
  birthName,
  addressForm,
  language,
  role,
  employer,
  street,
  postcode,
  city,
  country,
}: ImportedPerson) {
  return { title, birthName, addressForm, language, role, employer, street, postcode, city, country };
}

function childrenOf({ person, classifications }: Kept, { source, company }: Origin) {
  return {
    source,
    segments: classifications.map(({ segment }) => segment),
    tags: person.tags,
    addresses: addressesOf(person),
    stations: stationsOf(person, company),
    applications: applicationsOf(person),
    skills: [
      ...person.skills.map((name) => ({ id: newId(), kind: 'skill' as const, name })),
      ...person.interests.map((name) => ({ id: newId(), kind: 'interest' as const, name })),
    ],
    notes: person.note ? [{ id: newId(), body: person.note }] : [],
    touchpoints: touchpointsOf(person),
  };
}

function addressesOf({ emails, phones, links }: ImportedPerson): NewAddress[] {
  return [
    ...emails.map((value, index) => ({
      id: newId(),
      kind: 'email' as const,
      value,
      normalForm: value,
      isPrimary: index === 0,
    })),
    ...phones.map((value, index) => ({
      id: newId(),
      kind: 'phone' as const,
      value,
      normalForm: value,
      isPrimary: index === 0,
    })),
    ...links.map(({ kind, url }) => ({ id: newId(), kind, value: url, normalForm: url.toLowerCase() })),
  ];
}

function stationsOf({ employment }: ImportedPerson, company: string): NewStation[] {
  if (!employment) return [];
  const { kind, role, unit, enteredOn, leftOn, exitReason, rehireWish } = employment;
  return [
    {
      id: newId(),
      employer: company,
      isOurs: true,
      employmentKind: kind,
      role,
      unit,
      startedOn: enteredOn,
      endedOn: leftOn,
      exitReason,
      rehireWish,
    },
  ];
}

function applicationsOf({ application }: ImportedPerson): NewApplication[] {
  if (!application) return [];
  const { vacancy, appliedOn, stage, outcome, ratingShare, place, fieldSize, rejectedOn, rejectionReason, source } =
    application;
  return [
    {
      id: newId(),
      vacancy,
      appliedOn,
      furthestStage: stage,
      outcome,
      ratingShare,
      place,
      fieldSize,
      closedOn: rejectedOn,
      closingReason: rejectionReason,
      channel: source,
    },
  ];
}

/** An application is a touch by the person; a "last contact" of the file is one of ours. */
function touchpointsOf({ application, lastContactOn, contact }: ImportedPerson): NewPerson['touchpoints'] {
  const on = (day: string) => `${day}T12:00:00Z`;
  return [
    ...(application?.appliedOn
      ? [
          {
            id: newId(),
            occurredAt: on(application.appliedOn),
            channel: 'application' as const,
            direction: 'theirs' as const,
            subject: application.vacancy,
          },
        ]
      : []),
    ...(contact?.connectedOn
      ? [{ id: newId(), occurredAt: on(contact.connectedOn), channel: 'linkedin' as const, direction: 'ours' as const }]
      : []),
    ...(lastContactOn
      ? [{ id: newId(), occurredAt: on(lastContactOn), channel: 'message' as const, direction: 'ours' as const }]
      : []),
  ];
}

import { readCountry, readPlace, readPostcode, type Place } from '../values/normalise-place.ts';
import type { EmploymentKind, ImportedPerson, TargetField } from '../types.ts';
import {
  chosen,
  readConsentCell,
  readFieldSizeCell,
  readPlaceCell,
  readProcessCell,
  readRatingCell,
  readRehireCell,
} from './choice-readers.ts';
import { anyDate, birthDate, pastDate } from './date-readers.ts';
import { dropValue, type Cell, type RowDraft } from './row-draft.ts';
import { LIMITS, limited, listOf, readEmailCell, readLinkCell, readPhoneCell } from './text-readers.ts';

export type FieldReader = (draft: RowDraft, cell: Cell) => void;

const short = (draft: RowDraft, cell: Cell) => limited(draft, cell, LIMITS.short);

/** Takes one filled cell into the draft; one entry per field. */
export const FIELD_READERS: Record<TargetField, FieldReader | undefined> = {
  skip: undefined,
  source_id: (draft, cell) => void (draft.person.sourceId = short(draft, cell)),
  full_name: (draft, cell) => {
    draft.names.full = limited(draft, cell, LIMITS.short);
    const order = cell.mapping.words?.['order'];
    if (order === 'last_first' || order === 'first_last') draft.names.order = order;
  },
  first_name: (draft, cell) => void (draft.names.first = limited(draft, cell, LIMITS.name)),
  last_name: (draft, cell) => void (draft.names.last = limited(draft, cell, LIMITS.name)),
  birth_name: (draft, cell) =>
    void (draft.person.birthName = limited(draft, cell, LIMITS.name).replace(/^(?:geb\.?|née?|geborene?)\s+/i, '')),
  title: (draft, cell) => void (draft.person.title = limited(draft, cell, LIMITS.name)),
  // Read by the name reader where it stands in a name; on its own it is of no use.
  salutation: undefined,
  email: readEmailCell,
  phone: readPhoneCell,
  linkedin_url: readLinkCell,
  xing_url: readLinkCell,
  website: readLinkCell,
  street: readStreetCell,
  postcode: readPostcodeCell,
  city: readCityCell,
  country: readCountryCell,
  language: (draft, cell) => void (draft.person.language = chosen(draft, cell) as ImportedPerson['language']),
  address_form: (draft, cell) => void (draft.person.addressForm = chosen(draft, cell) as ImportedPerson['addressForm']),
  employer: (draft, cell) => void (draft.person.employer = short(draft, cell)),
  role: (draft, cell) => void (draft.person.role = short(draft, cell)),
  since_on: (draft, cell) => void (draft.person.sinceOn = pastDate(draft, cell)),
  application_vacancy: (draft, cell) => void (draft.application.vacancy = short(draft, cell)),
  application_on: (draft, cell) => void (draft.application.appliedOn = pastDate(draft, cell)),
  application_stage: readProcessCell,
  application_outcome: readProcessCell,
  application_rating: readRatingCell,
  application_place: readPlaceCell,
  rejected_on: (draft, cell) => void (draft.application.rejectedOn = pastDate(draft, cell)),
  rejection_reason: (draft, cell) => void (draft.application.rejectionReason = limited(draft, cell, LIMITS.reason)),
  application_source: (draft, cell) => void (draft.application.source = short(draft, cell)),
  application_field_size: readFieldSizeCell,
  employment_kind: (draft, cell) => void (draft.employment.kind = chosen(draft, cell) as EmploymentKind | undefined),
  employment_role: (draft, cell) => void (draft.employment.role = short(draft, cell)),
  employment_unit: (draft, cell) => void (draft.employment.unit = short(draft, cell)),
  employment_entered_on: (draft, cell) => void (draft.employment.enteredOn = pastDate(draft, cell)),
  // Someone who has given notice leaves in the future.
  employment_left_on: (draft, cell) => void (draft.employment.leftOn = anyDate(draft, cell)),
  exit_reason: (draft, cell) => void (draft.employment.exitReason = limited(draft, cell, LIMITS.reason)),
  rehire_wish: readRehireCell,
  contact_source: (draft, cell) => void (draft.contact.source = short(draft, cell)),
  referred_by: (draft, cell) => void (draft.contact.referredBy = short(draft, cell)),
  connected_on: (draft, cell) => void (draft.contact.connectedOn = pastDate(draft, cell)),
  last_contact_on: (draft, cell) => void (draft.person.lastContactOn = pastDate(draft, cell)),
  skills: (draft, cell) => void draft.person.skills.push(...listOf(draft, cell)),
  interests: (draft, cell) => void draft.person.interests.push(...listOf(draft, cell)),
  tags: (draft, cell) => void draft.person.tags.push(...listOf(draft, cell)),
  note: readNoteCell,
  consent: readConsentCell,
  consent_on: (draft, cell) => void (draft.consent.on = pastDate(draft, cell) ?? draft.consent.on),
  consent_until: (draft, cell) => void (draft.consent.until = anyDate(draft, cell) ?? draft.consent.until),
  birth_date: (draft, cell) => void (draft.person.birthDate = birthDate(draft, cell)),
};

/** `Bahnhofstr. 3, 8400 Winterthur` fills the place as well, where no column of its own does. */
function readStreetCell(draft: RowDraft, cell: Cell): void {
  const text = short(draft, cell);
  const found = /^(.+?)[,;/]\s*((?:[A-Z]{1,2}-)?\d{4,5}\s+\p{L}.*)$/u.exec(text);
  const [, street = text, behind = ''] = found ?? [];
  draft.person.street = street.trim();
  addPlace(draft, readPlace(behind));
}

/** Columns of their own win over what stands behind a street. */
function addPlace({ person }: RowDraft, { postcode, city, country }: Place): void {
  person.postcode ??= postcode;
  person.city ??= city;
  person.country ??= country;
}

function readCityCell(draft: RowDraft, cell: Cell): void {
  const place = readPlace(short(draft, cell));
  draft.person.city = place.city ?? draft.person.city;
  addPlace(draft, place);
}

/** The country is not yet known for sure, so only what can be no postcode anywhere is refused. */
function readPostcodeCell(draft: RowDraft, { text, mapping }: Cell): void {
  const place = /\d\s+\p{L}{3}/u.test(text) ? readPlace(text) : {};
  const postcode = place.postcode ?? readPostcode(text);
  if (!postcode) {
    dropValue(draft, mapping, 'postcode_unreadable', { value: text.slice(0, 40) });
    return;
  }
  draft.person.postcode = postcode;
  draft.person.city ??= place.city;
}

function readCountryCell(draft: RowDraft, { text, mapping }: Cell): void {
  const country = readCountry(text);
  if (country) draft.person.country = country;
  else dropValue(draft, mapping, 'country_unknown', { value: text.slice(0, 80) });
}

function readNoteCell(draft: RowDraft, cell: Cell): void {
  const { header } = cell.mapping;
  const note = draft.person.note ? `${draft.person.note}\n\n${header}: ${cell.text}` : cell.text;
  draft.person.note = limited(draft, { ...cell, text: note }, LIMITS.note);
}

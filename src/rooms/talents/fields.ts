import type { TalentField } from './schema-write.ts';

/** Where each editable field is stored. */
export const COLUMN_OF: Record<TalentField, string> = {
  title: 'title',
  firstName: 'first_name',
  lastName: 'last_name',
  birthName: 'birth_name',
  addressForm: 'address_form',
  language: 'language',
  preferredChannel: 'preferred_channel',
  role: 'role',
  employer: 'employer',
  street: 'street',
  postcode: 'postcode',
  city: 'city',
  country: 'country',
  wishes: 'wishes',
  availableFrom: 'available_from',
  stage: 'stage',
  ownerId: 'owner_id',
  deputyId: 'deputy_id',
  tags: 'tags',
  nextStep: 'next_step',
  nextStepOn: 'next_step_on',
};

const FIELD_OF = new Map(Object.entries(COLUMN_OF).map(([field, column]) => [column, field]));

/** The name of a stored change outside: a field, or the table of a part. */
export const fieldOf = (column: string): string => FIELD_OF.get(column) ?? column;

/** Columns that are written into the search document, or sort the list. */
export const SEARCHED_COLUMNS: readonly string[] = [
  'first_name',
  'last_name',
  'birth_name',
  'role',
  'employer',
  'city',
  'wishes',
];

const CONTACT_FIELDS = new Set(['street', 'postcode', 'talent_addresses', 'talent_files']);
const NOTE_FIELDS = new Set(['wishes', 'notes', 'touchpoints']);

/** Whether a change of this column may be shown to the reader. */
export const mayShowChange = (column: string, sight: { contact: boolean; notes: boolean }): boolean =>
  (sight.contact || !CONTACT_FIELDS.has(column)) && (sight.notes || !NOTE_FIELDS.has(column));

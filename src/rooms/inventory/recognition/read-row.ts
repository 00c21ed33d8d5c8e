import type {
  CellProblem,
  ColumnMapping,
  ImportedApplication,
  ImportedEmployment,
  ImportedPerson,
  RowReading,
  SourceRow,
} from '../types.ts';
import { readPersonName } from '../values/parse-person-name.ts';
import { readEmails } from '../values/parse-email.ts';
import { isBlank, tidyText } from '../values/text-form.ts';
import { FIELD_READERS, type FieldReader } from './field-readers.ts';
import { withoutForbiddenForFormer } from './former-row.ts';
import { emptyDraft, type RowContext, type RowDraft } from './row-draft.ts';

/**
 * Reads one row in our own words. A name or a valid mail address is needed; any other faulty value is left out and named.
 * Nothing of skipped columns is looked at.
 */
export function readRow(row: SourceRow, mappings: ColumnMapping[], context: RowContext): RowReading {
  if (row.cells.every((cell) => cell === '' || cell.trim() === '')) return { kind: 'blank', line: row.line };
  const draft = emptyDraft();
  let filledCells = 0;
  for (const { mapping, read } of planFor(mappings)) {
    const text = cellText(row.cells[mapping.column], mapping);
    if (text === '') continue;
    filledCells += 1;
    read(draft, { text, mapping, context });
  }
  return filledCells > 0 ? finished(row.line, draft, context) : { kind: 'blank', line: row.line };
}

/** Empty for placeholders such as `-` and `n/a` as well. */
function cellText(raw: string | undefined, { field }: ColumnMapping): string {
  if (!raw) return '';
  const text = KEEPS_LINES.has(field)
    ? keptLines(raw)
    : tidyText(raw.length > LONGEST_CELL ? raw.slice(0, LONGEST_CELL) : raw);
  return isBlank(text) ? '' : text;
}

interface PlanStep {
  mapping: ColumnMapping;
  read: FieldReader;
}

const KEEPS_LINES = new Set(['note', 'skills', 'interests', 'tags', 'phone']);

/** Country first, for phone numbers depend on it; then the order of the file. The plan of a mapping is made once. */
const PLANS = new WeakMap<ColumnMapping[], PlanStep[]>();

function planFor(mappings: ColumnMapping[]): PlanStep[] {
  const known = PLANS.get(mappings);
  if (known) return known;
  const steps = mappings.flatMap((mapping) => {
    const read = FIELD_READERS[mapping.field];
    return read ? [{ mapping, read }] : [];
  });
  const plan = steps.toSorted((a, b) => Number(b.mapping.field === 'country') - Number(a.mapping.field === 'country'));
  PLANS.set(mappings, plan);
  return plan;
}

/** Cells beyond this are cut before anything looks at them; the limits of the fields are far below. */
const LONGEST_CELL = 100_000;

function keptLines(raw: string): string {
  return raw
    .slice(0, LONGEST_CELL)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

function finished(line: number, draft: RowDraft, context: RowContext): RowReading {
  addNames(draft);
  const { person, problems } = draft;
  if (!hasIdentity(person)) return { kind: 'rejected', line, problems: fatal(problems) };
  addApplication(draft);
  addEmployment(draft);
  addContact(draft, context);
  addConsent(draft);
  withoutForbiddenForFormer(draft);
  return { kind: 'person', line, person: tidied(person), problems };
}

function addNames({ names, person }: RowDraft): void {
  const name = readPersonName(names);
  person.firstName = name.firstName;
  person.lastName = name.lastName;
  if (name.title) person.title = person.title ? distinctTitle(person.title, name.title) : name.title;
  if (name.birthName) person.birthName ??= name.birthName;
}

function distinctTitle(column: string, found: string): string {
  return column.includes(found) ? column : found.includes(column) ? found : `${column} ${found}`;
}

/** A team's address such as `info@` alone is nobody. */
function hasIdentity({ firstName, lastName, emails }: ImportedPerson): boolean {
  if (/\p{L}/u.test(firstName + lastName)) return true;
  return emails.some((address) => !(readEmails(address).emails[0]?.isRole ?? true));
}

/** The faulty mail is the reason when there is one; otherwise the row has neither name nor mail. */
function fatal(problems: CellProblem[]): CellProblem[] {
  const isMail = ({ field }: CellProblem) => field === 'email';
  if (problems.some(isMail))
    return problems.map((problem) => (isMail(problem) ? { ...problem, severity: 'fatal' } : problem));
  return [{ column: -1, field: 'full_name', severity: 'fatal', code: 'problem.no_identity', params: {} }, ...problems];
}

function addApplication({ application, person }: RowDraft): void {
  if (!hasAny(application)) return;
  const isRejected = application.rejectedOn !== undefined || application.rejectionReason !== undefined;
  const outcome = application.outcome ?? (isRejected ? 'rejected' : undefined);
  person.application = cleaned<ImportedApplication>({ ...application, outcome });
}

function addEmployment(draft: RowDraft): void {
  const { employment, person } = draft;
  if (!hasAny(employment)) return;
  const { enteredOn, leftOn } = employment;
  if (enteredOn && leftOn && leftOn < enteredOn) {
    draft.problems.push({
      column: -1,
      field: 'employment_left_on',
      severity: 'dropped',
      code: 'problem.left_before_entered',
      params: { entered: enteredOn, left: leftOn },
    });
    delete employment.enteredOn;
  }
  person.employment = cleaned<ImportedEmployment>({ ...employment, kind: employment.kind ?? 'employee' });
}

function addContact({ contact, person }: RowDraft, { fileKind }: RowContext): void {
  if (fileKind === 'linkedin') contact.source ??= 'LinkedIn';
  if (hasAny(contact)) person.contact = cleaned(contact);
}

/** A date of consent without an answer is an answer; an end without anything else is none. */
function addConsent({ consent, person }: RowDraft): void {
  const isGiven = consent.isGiven ?? (consent.on ? true : undefined);
  if (isGiven !== undefined) person.consent = cleaned({ ...consent, isGiven });
}

function hasAny(value: object): boolean {
  return Object.values(value).some((part) => part !== undefined);
}

/** A copy rather than `delete`: an object that has lost a property is slow to read ever after. */
function cleaned<T extends object>(value: T): T {
  if (!Object.values(value).includes(undefined)) return value;
  const kept = {} as T;
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] !== undefined) kept[key] = value[key];
  return kept;
}

/** Lists from several columns may repeat themselves; absent facts are absent, not undefined. */
function tidied(person: ImportedPerson): ImportedPerson {
  person.skills = distinct(person.skills);
  person.interests = distinct(person.interests);
  person.tags = distinct(person.tags);
  return cleaned(person);
}

function distinct(values: string[]): string[] {
  return values.length < 2 ? values : [...new Set(values)];
}

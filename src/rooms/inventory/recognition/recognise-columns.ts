import type { ColumnMapping, FileKind, SourceRow, TargetField } from '../types.ts';
import { assignColumns } from './assign-columns.ts';
import { columnCandidates, type Candidate } from './column-candidates.ts';
import { columnDetails } from './column-details.ts';
import { fileFlavour } from './file-flavour.ts';
import { keepAllowedForFormer } from './former-allow-list.ts';
import { compact } from './header-form.ts';
import { headerEvidence, type Flavour } from './header-evidence.ts';
import { findKnownExport, type KnownExport } from './known-exports.ts';
import { savedMapping, type ColumnProfile, type SavedMapping } from './column-profile.ts';
import { looksLikeBirthDates, sensitiveGroup, type SensitiveGroup } from './sensitive-columns.ts';
import { valueEvidence } from './value-evidence.ts';

interface RecognitionInput {
  headers: readonly string[];
  samples: readonly SourceRow[];
  kind: FileKind;
  /** ISO 3166-1 alpha-2 or `EU`: decides phone numbers and school marks. */
  country: string;
  /** What a team member decided for files of this source before; it wins over everything but the ban on sensitive data. */
  profile?: ColumnProfile;
  /** `compare` maps birth dates to the field that is only hashed for comparing; without it they are skipped. */
  birthDates?: 'compare';
  /** `YYYY-MM-DD`, to tell birth dates from other dates; without it nameless dates are not judged. */
  today?: string;
}

/** What each column becomes, with confidence and reason; one mapping per header, in the file's order. */
export function recogniseColumns(input: RecognitionInput): ColumnMapping[] {
  const columns = input.headers.map((header, column) => ({
    column,
    header,
    values: input.samples.map(({ cells }) => cells[column] ?? ''),
  }));
  const known = findKnownExport(input.headers);
  const flavour = known?.flavour ?? fileFlavour(input.headers, input.kind);

  const decided = columns.map((column) => decidedBefore(column, input));
  const open = columns.filter(({ column }) => decided[column] === undefined);
  const taken = decided.flatMap((mapping): [TargetField, string][] =>
    mapping ? [[mapping.field, mapping.header]] : [],
  );
  const hasFirstName = columns.some(({ header }) => headerEvidence(header, flavour)[0]?.field === 'first_name');
  const candidates = open.map((column) => ({
    column,
    candidates: candidatesOf(column, { input, known, flavour, hasFirstName }),
  }));
  const assigned = new Map(assignColumns(candidates, taken).map((mapping) => [mapping.column, mapping]));

  return columns.map((column) => {
    const mapping =
      decided[column.column] ??
      withDetails(assigned.get(column.column) ?? unknownColumn(column), column, input.country);
    return flavour === 'employment' ? keepAllowedForFormer(mapping, column.values) : mapping;
  });
}

export interface Column {
  column: number;
  header: string;
  values: string[];
}

function decidedBefore(column: Column, input: RecognitionInput): ColumnMapping | undefined {
  const saved = input.profile ? savedMapping(input.profile, column.header) : undefined;
  if (saved?.field === 'birth_date') return sensitiveColumn(column, 'birth_date', { ...input, birthDates: 'compare' });
  const group = groupOf(column, input);
  if (group) return sensitiveColumn(column, group, input);
  return saved ? remembered(column, saved, input.country) : undefined;
}

/** New words of the file are matched as usual; what was matched by hand wins. */
function remembered({ column, header, values }: Column, saved: SavedMapping, country: string): ColumnMapping {
  const { doubt: _doubt, note: _note, ...read } = columnDetails(saved.field, { header, values, country });
  const words = { ...read.words, ...saved.words };
  const mapping: ColumnMapping = { ...saved, ...read, ...defined(saved), column, header };
  if (Object.keys(words).length > 0) mapping.words = words;
  return saved.field.startsWith('consent') ? asked(mapping) : mapping;
}

function groupOf({ header, values }: Column, { today }: RecognitionInput): SensitiveGroup | undefined {
  const group = sensitiveGroup(header, values);
  if (group || !today) return group;
  const isNamed = headerEvidence(header, 'unknown').length > 0;
  return !isNamed && looksLikeBirthDates(values, today) ? 'birth_date' : undefined;
}

function sensitiveColumn(
  { column, header, values }: Column,
  group: SensitiveGroup,
  input: RecognitionInput,
): ColumnMapping {
  const isCompared = group === 'birth_date' && input.birthDates === 'compare';
  const { dateOrder } =
    group === 'birth_date' ? columnDetails('birth_date', { header, values, country: input.country }) : {};
  const mapping: ColumnMapping = {
    column,
    header,
    field: isCompared ? 'birth_date' : 'skip',
    confidence: 'dropped',
    reason: {
      code: isCompared ? 'recognition.sensitive_birth_date_compared' : `recognition.sensitive_${group}`,
      params: {},
    },
    isSensitive: true,
  };
  return dateOrder ? { ...mapping, dateOrder } : mapping;
}

interface CandidateContext {
  input: RecognitionInput;
  known?: KnownExport;
  flavour: Flavour;
  hasFirstName: boolean;
}

function candidatesOf(
  { header, values }: Column,
  { input, known, flavour, hasFirstName }: CandidateContext,
): Candidate[] {
  const field = known?.fields.get(compact(header));
  if (known && field)
    return [
      {
        field,
        score: 1.1,
        reason: {
          code: field === 'skip' ? 'recognition.export_skip' : 'recognition.known_export',
          params: { name: known.name },
        },
      },
    ];
  const found = columnCandidates(header, flavour, valueEvidence(values, input.country));
  const isName = ['name', 'namen'].includes(compact(header));
  if (!isName) return found;
  // "Name" beside "Vorname" is the family name; alone it is the whole name.
  const wanted: TargetField = hasFirstName ? 'last_name' : 'full_name';
  return found
    .toSorted((a, b) => Number(b.field === wanted) - Number(a.field === wanted))
    .map((candidate, index) => ({ ...candidate, score: candidate.score - index * 0.3 }));
}

function withDetails(mapping: ColumnMapping, { header, values }: Column, country: string): ColumnMapping {
  if (mapping.field === 'skip') return mapping;
  const { doubt, note, ...read } = columnDetails(mapping.field, { header, values, country });
  const detailed: ColumnMapping = { ...mapping, ...defined(read) };
  if (mapping.field.startsWith('consent')) return asked(detailed);
  if (mapping.field === 'salutation')
    return { ...detailed, reason: { code: 'recognition.salutation_not_stored', params: {} } };
  if (doubt) return { ...detailed, ...doubt };
  return note && mapping.confidence === 'sure' ? { ...detailed, reason: note } : detailed;
}

/** Which text was agreed to is never in the file. @source docs/trust.md CO-1 */
function asked(mapping: ColumnMapping): ColumnMapping {
  const code = mapping.field === 'consent' ? 'recognition.consent_text' : 'recognition.consent_date';
  return { ...mapping, confidence: 'ask', reason: { code, params: {} } };
}

function unknownColumn({ column, header, values }: Column): ColumnMapping {
  const isEmpty = values.every((value) => value.trim() === '');
  const code = isEmpty ? 'recognition.empty' : 'recognition.unknown';
  return {
    column,
    header,
    field: 'skip',
    confidence: isEmpty ? 'dropped' : 'guessed',
    reason: { code, params: {} },
    isSensitive: false,
  };
}

function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<T>;
}

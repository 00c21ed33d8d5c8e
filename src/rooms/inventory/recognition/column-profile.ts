import type { ColumnMapping, TargetField } from '../types.ts';
import { compact } from './header-form.ts';

type Remembered = Pick<ColumnMapping, 'dateOrder' | 'decimal' | 'scale' | 'words'>;

/** What was decided for the columns of one source; kept per source and valid for files with the same column names. */
export interface ColumnProfile {
  columns: ({ header: string; field: TargetField } & Remembered)[];
}

/** The decisions worth remembering: sensitive columns are recognised anew each time, so their names need no keeping. */
export function profileFrom(mappings: readonly ColumnMapping[]): ColumnProfile {
  const kept = mappings.filter(({ isSensitive, field }) => !isSensitive || field === 'birth_date');
  return {
    columns: kept.map(({ header, field, dateOrder, decimal, scale, words }) => ({
      header,
      field,
      dateOrder,
      decimal,
      scale,
      words,
    })),
  };
}

export type SavedMapping = Omit<ColumnMapping, 'column' | 'header'>;

export function savedMapping(profile: ColumnProfile, header: string): SavedMapping | undefined {
  const saved = profile.columns.find((column) => compact(column.header) === compact(header));
  if (!saved || compact(header) === '') return undefined;
  const { header: _header, ...remembered } = saved;
  return {
    ...remembered,
    confidence: 'sure',
    reason: { code: 'recognition.saved_profile', params: {} },
    isSensitive: false,
  };
}

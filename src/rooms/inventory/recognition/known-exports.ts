import exports from './known-exports.json' with { type: 'json' };
import type { TargetField } from '../types.ts';
import type { Flavour } from './header-evidence.ts';
import { compact } from './header-form.ts';

export interface KnownExport {
  name: string;
  flavour: Flavour;
  /** Compact header form to field. */
  fields: Map<string, TargetField>;
}

interface Entry extends KnownExport {
  needs: string[];
}

const EXPORTS: Entry[] = exports.map(({ name, flavour, needs, fields }) => ({
  name,
  flavour: flavour as Flavour,
  needs: needs.map(compact),
  fields: new Map(Object.entries(fields).map(([header, field]) => [compact(header), field as TargetField])),
}));

/** The system whose export has these columns; the most specific one when several fit. */
export function findKnownExport(headers: readonly string[]): KnownExport | undefined {
  const present = new Set(headers.map(compact));
  const fitting = EXPORTS.filter(({ needs }) => needs.every((name) => present.has(name)));
  return fitting.toSorted((a, b) => b.needs.length - a.needs.length)[0];
}

import { dayFrom, inGerman } from '../calendar.ts';
import type { CastTalent } from '../cast.ts';
import type { ExportFile, Row } from './table.ts';
import { workbook } from './workbook.ts';

const LANGUAGES = { de: 'Deutsch', en: 'Englisch', fr: 'Französisch' } as const;

type Column = [header: string, cell: (talent: CastTalent, on: (daysAgo: number) => string) => string];

/** The list that the recruiters keep by hand: everything in one row, also former work here. */
const COLUMNS: Column[] = [
  ['Nachname', ({ lastName }) => lastName],
  ['Vorname', ({ firstName }) => firstName],
  ['Akad. Titel', ({ title }) => title ?? ''],
  ['E-Mail privat', ({ email }) => email],
  ['Mobil', ({ phone }) => phone ?? ''],
  ['PLZ', ({ place }) => place.postcode],
  ['Ort', ({ place }) => place.city],
  ['Land', ({ place }) => place.country],
  ['Sprache', ({ language }) => LANGUAGES[language]],
  ['Du/Sie', ({ form }) => form],
  ['Aktueller Arbeitgeber', ({ employer }) => employer],
  ['Aktuelle Position', ({ role }) => role],
  ['Beworben auf', ({ application }) => application?.vacancy ?? ''],
  ['Bewerbung vom', ({ application }, on) => (application ? on(application.appliedDaysAgo) : '')],
  ['Letzte Stufe', ({ application }) => application?.stage ?? ''],
  ['Ergebnis', ({ application }) => application?.outcome ?? ''],
  ['Absage am', ({ application }, on) => (application ? on(application.closedDaysAgo) : '')],
  ['Platz', ({ application }) => (application?.place ? `${application.place} von ${application.fieldSize}` : '')],
  ['Bewertung (1-5)', ({ application }) => application?.rating?.toFixed(1).replace('.', ',') ?? ''],
  ['Anstellungsart', ({ former }) => former?.kind ?? ''],
  ['Letzte Funktion', ({ former }) => former?.role ?? ''],
  ['Eintritt', ({ former }, on) => (former ? on(former.enteredDaysAgo) : '')],
  ['Austritt', ({ former }, on) => (former ? on(former.leftDaysAgo) : '')],
  ['Kontaktquelle', ({ contactSource }) => contactSource ?? ''],
  ['Einwilligung Talentpool', ({ consentDaysAgo }, on) => `ja (${on(consentDaysAgo)})`],
];

export function talksFile(cast: readonly CastTalent[], today: string): Promise<ExportFile> {
  const on = (daysAgo: number) => inGerman(dayFrom(today, -daysAgo));
  const rows: Row[] = cast.map((talent) => COLUMNS.map(([, cell]) => cell(talent, on)));
  return workbook('gespraechsliste.xlsx', 'Gespräche', [COLUMNS.map(([header]) => header), ...rows]);
}

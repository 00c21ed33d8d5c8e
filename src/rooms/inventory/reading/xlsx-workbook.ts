import { invalid } from '#ground/errors/app-error.ts';
import { UNPACKED_BYTES } from './limits.ts';
import { readCellFormats, type CellFormat } from './xlsx-formats.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { listTags } from './xml-text.ts';
import { openZip, unpackText, type ZipArchive, type ZipEntry } from './zip-archive.ts';

export interface Worksheet {
  name: string;
  isHidden: boolean;
  entry: ZipEntry;
}

export interface Workbook {
  archive: ZipArchive;
  sheets: Worksheet[];
  /** By style index of a cell. */
  formats: CellFormat[];
  sharedStrings: string[];
  /** Days to add to a serial date: 0, or 1462 where the workbook counts from 1904 (old Macs). */
  dateOffset: number;
}

/** @throws AppError inventory.reading.archive_damaged, inventory.reading.no_worksheet, inventory.reading.archive_too_large */
export async function openWorkbook(path: string): Promise<Workbook> {
  const archive = await openZip(path);
  const workbookPath = await findWorkbookPath(archive);
  const xml = await readPart(archive, workbookPath);
  const targets = await readTargets(archive, workbookPath);
  const sheets = listTags(xml, 'sheet').flatMap((sheet) => toWorksheet(archive, sheet, targets));
  if (sheets.length === 0) throw invalid('inventory.reading.no_worksheet');

  const styles = partNamed(archive, targets, 'styles');
  const strings = partNamed(archive, targets, 'sharedStrings');
  const dateSystem = listTags(xml, 'workbookPr')[0]?.date1904;
  return {
    archive,
    sheets,
    formats: styles ? readCellFormats(await unpackText(archive, styles, UNPACKED_BYTES.small)) : [],
    sharedStrings: strings ? await readSharedStrings(archive, strings) : [],
    dateOffset: dateSystem === '1' || dateSystem === 'true' ? 1462 : 0,
  };
}

async function findWorkbookPath(archive: ZipArchive): Promise<string> {
  const root = archive.entries.get('_rels/.rels');
  const relations = root ? listTags(await unpackText(archive, root, UNPACKED_BYTES.small), 'Relationship') : [];
  const target = relations.find(({ Type }) => Type?.endsWith('/officeDocument'))?.Target;
  return target ? resolve('', target) : 'xl/workbook.xml';
}

interface Target {
  type: string;
  path: string;
}

async function readTargets(archive: ZipArchive, workbookPath: string): Promise<Map<string, Target>> {
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const xml = await readPart(archive, `${folder}_rels/${workbookPath.slice(folder.length)}.rels`);
  const relations = listTags(xml, 'Relationship').filter(({ TargetMode }) => TargetMode !== 'External');
  return new Map(
    relations.map(({ Id = '', Type = '', Target = '' }) => [
      Id,
      { type: Type.slice(Type.lastIndexOf('/') + 1), path: resolve(folder, Target) },
    ]),
  );
}

function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  const path = target.startsWith('/') ? target : folder + target;
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function readPart(archive: ZipArchive, path: string): Promise<string> {
  const entry = archive.entries.get(path);
  if (!entry) throw invalid('inventory.reading.archive_damaged');
  return unpackText(archive, entry, UNPACKED_BYTES.small);
}

function partNamed(archive: ZipArchive, targets: Map<string, Target>, type: string): ZipEntry | undefined {
  const target = [...targets.values()].find((one) => one.type === type);
  return target && archive.entries.get(target.path);
}

/** Chart sheets have no rows and are left out. */
function toWorksheet(archive: ZipArchive, sheet: Record<string, string>, targets: Map<string, Target>): Worksheet[] {
  const relation = Object.keys(sheet).find((name) => name.endsWith(':id') || name === 'id');
  const target = targets.get(sheet[relation ?? ''] ?? '');
  const entry = target?.type === 'worksheet' ? archive.entries.get(target.path) : undefined;
  const isHidden = sheet.state !== undefined && sheet.state !== 'visible';
  return entry && sheet.name !== undefined ? [{ name: sheet.name, isHidden, entry }] : [];
}

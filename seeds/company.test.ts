import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { CAST, TEAM } from './cast.ts';
import type { Company } from './company.ts';
import { companyOn, COUNTS } from './company.ts';

const TODAY = '2026-11-23';
let company: Company;

beforeAll(async () => {
  company = await companyOn(TODAY);
}, 60_000);

const textOf = (kind: string, encoding: string) => {
  const bytes = company.exports.find((one) => one.kind === kind)?.file.bytes;
  return new TextDecoder(encoding).decode(bytes);
};
const people = () => [
  ...company.applications.map(({ person }) => person),
  ...company.former.map(({ person }) => person),
  ...company.connections.map(({ person }) => person),
  ...company.visitors.map(({ person }) => person),
];

describe('the sample company', () => {
  it('is the same from run to run', async () => {
    const again = await companyOn(TODAY);

    const hash = (made: Company) => createHash('sha256').update(JSON.stringify({ ...made, exports: [] }));
    expect(hash(again).digest('hex')).toBe(hash(company).digest('hex'));
    expect(textOf('applications', 'windows-1252')).toBe(
      new TextDecoder('windows-1252').decode(again.exports[4]?.file.bytes),
    );
  });

  it('grows older with the day on which it is planted', async () => {
    const later = await companyOn('2027-03-01');

    const newest =
      later.applications
        .map(({ appliedOn }) => appliedOn)
        .sort()
        .at(-1) ?? '';
    expect(newest > TODAY).toBe(true);
    expect(newest < '2027-03-01').toBe(true);
    expect(later.former.map(({ person }) => person.lastName)).toEqual(
      company.former.map(({ person }) => person.lastName),
    );
  });

  it('has as many of each kind as it promises', () => {
    const { people: first, applyingAgain, duplicates } = COUNTS.applications;

    expect(company.applications.length).toBeGreaterThanOrEqual(first + applyingAgain + duplicates);
    expect([company.former.length, company.connections.length, company.visitors.length]).toEqual([180, 260, 150]);
    expect(company.applications.filter(({ consent }) => consent.answer === 'never_asked').length).toBeGreaterThan(90);
    expect(company.former.filter(({ consent }) => consent.answer === 'agreed').length).toBeGreaterThan(95);
  });

  it('knows no mail address that somebody could have', () => {
    const addresses = [
      ...people().map(({ email }) => email),
      ...CAST.map(({ email }) => email),
      ...Object.values(TEAM).map(({ email }) => email),
    ];
    const inFiles = ['applications', 'fair', 'connections'].flatMap(
      (kind) => textOf(kind, 'utf-8').match(/[\w.+-]+@[\w.-]+\.[a-z]+/g) ?? [],
    );

    expect([...addresses, ...inFiles].filter((address) => !address.endsWith('.example'))).toEqual([]);
  });

  it('knows only phone numbers that belong to nobody', () => {
    const numbers = [
      ...people().map(({ phone }) => phone),
      ...CAST.map(({ phone = '' }) => phone.replaceAll(' ', '')),
    ].filter(Boolean);

    expect(numbers.filter((number) => !/^(079555|\+4179555)\d{4}$|^\+493023125\d{3}$/.test(number))).toEqual([]);
  });

  it('keeps its umlauts in the file of German Excel', () => {
    const text = textOf('applications', 'windows-1252');

    expect(text).toContain('Müller');
    expect(text).toMatch(/Désirée|Aurélie|Céline/);
    expect(text).toContain('Dossierprüfung');
    expect(text).not.toMatch(/Ã|�/);
  });

  it('lets nobody agree in the future or so long ago that it is over tomorrow', () => {
    const days = [...textOf('applications', 'windows-1252').matchAll(/;ja \((\d\d)\.(\d\d)\.(\d{4})\);/g)].map(
      ([, day, month, year]) => `${year}-${month}-${day}`,
    );
    const current = days.filter((day) => day > '2025-11-23');

    expect(current.length).toBeGreaterThan(1000);
    expect(current.filter((day) => day > '2026-11-11' || day < '2025-12-13')).toEqual([]);
  });
});

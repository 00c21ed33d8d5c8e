import { describe, expect, it } from 'vitest';
import { CV_HEADERS } from './cv-row.ts';
import type { CvReading } from './cv-types.ts';
import { timelineCv, twoColumnCv } from './fixtures/cv-of-mara.ts';
import { makeDocx, paragraph } from './fixtures/make-docx.ts';
import { makePdf } from './fixtures/make-pdf.ts';
import { dropFile, inspect, read } from './fixtures/temporary-file.ts';
import { CV_LIMITS } from './limits.ts';
import { readCv } from './read-cv.ts';

const readContent = async (content: string | Uint8Array) => readCv(await dropFile(content), 'cv.pdf');
const values = ({ proposals }: CvReading, field: string) =>
  proposals.filter((one) => one.field === field).map(({ value }) => value);
const long = paragraph('Mitarbeit an vielen Vorhaben, für die hier genug Text steht.');

// Each test starts a process of its own, which takes seconds on a busy machine.
describe('reading a CV', { timeout: 60_000 }, () => {
  it('reads two columns one after the other and proposes facts', async () => {
    const reading = await readContent(makePdf([twoColumnCv]));

    expect(reading.text.indexOf('Deutsch, Englisch')).toBeLessThan(reading.text.indexOf('Berufserfahrung'));
    expect(reading.language).toBe('de');
    expect(values(reading, 'full_name')).toEqual(['Mara Hüsler']);
    expect(values(reading, 'email')).toEqual(['mara.huesler@example.ch']);
    expect(values(reading, 'phone')).toEqual(['+41 79 555 12 34']);
    expect(values(reading, 'linkedin_url')).toEqual(['https://linkedin.com/in/mara-huesler']);
    expect(values(reading, 'city')).toEqual(['Winterthur']);
    expect(values(reading, 'skills')).toEqual(['CATIA V5', 'Python', 'SQL', 'SAP PP']);
  });

  it('proposes stations of work, not of education', async () => {
    expect(values(await readContent(makePdf([twoColumnCv])), 'station')).toEqual([
      { role: 'Projektleiterin', employer: 'Muster Maschinen AG', from: '2019-03' },
      { role: 'Konstrukteurin', employer: 'Beispiel GmbH', from: '2015-01', to: '2019-02' },
    ]);
  });

  it('keeps dates beside their stations', async () => {
    const reading = await readContent(makePdf([timelineCv]));

    expect(reading.text).toContain('2018 – 2021\tEngineer, Sample Group');
    expect(reading.language).toBe('en');
    expect(values(reading, 'full_name')).toEqual(['Jonas Widmer']);
    expect(values(reading, 'station')).toHaveLength(5);
    expect(values(reading, 'station')[0]).toEqual({ role: 'Senior Engineer', employer: 'Example Ltd', from: '2021' });
  });

  it('says for each proposal where it stands', async () => {
    const { text, proposals } = await readContent(
      makePdf([[{ text: 'Ein Deckblatt mit genug Worten darauf, ohne Angaben', x: 40, y: 700 }], twoColumnCv]),
    );

    for (const { quote, offset } of proposals) expect(text.slice(offset, offset + quote.length)).toBe(quote);
    expect(proposals.map(({ page }) => page)).toEqual(proposals.map(() => 2));
  });

  it('reads DOCX with its header, tables and text boxes once', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const box = `<mc:AlternateContent><mc:Choice>${paragraph('Kasten')}</mc:Choice><mc:Fallback>${paragraph('Kasten')}</mc:Fallback></mc:AlternateContent>`;
    const body = `${box}${paragraph('Berufserfahrung')}<w:tr>${cell('seit 03/2020')}${cell('Leiterin Einkauf, Beispiel AG')}</w:tr>${long}`;
    const header = `<w:hdr>${paragraph('Ivana Petković')}${paragraph('ivana@petkovic.example')}</w:hdr>`;
    const reading = await readContent(makeDocx(body, [{ name: 'word/header1.xml', content: header }]));

    expect(reading.text.match(/Kasten/gu)).toHaveLength(1);
    expect(values(reading, 'full_name')).toEqual(['Ivana Petković']);
    expect(values(reading, 'station')).toEqual([
      { role: 'Leiterin Einkauf', employer: 'Beispiel AG', from: '2020-03' },
    ]);
  });

  it('shows a CV as a table of one row', async () => {
    const bytes = makePdf([twoColumnCv]);
    const { format, headers, samples } = await inspect(bytes, {}, 'cv.pdf');

    expect(format).toEqual({ kind: 'cv', headerLine: 0 });
    expect(headers).toEqual([...CV_HEADERS]);
    expect(samples[0]?.cells).toEqual([
      'Mara Hüsler', 'mara.huesler@example.ch', '+41 79 555 12 34', 'https://linkedin.com/in/mara-huesler', '', '', 'Winterthur', 'de',
      'Muster Maschinen AG', 'Projektleiterin', '2019-03', 'CATIA V5, Python, SQL, SAP PP',
    ]); // prettier-ignore
    expect(await read(bytes)).toEqual(samples);
  });
});

describe('CVs that harm or hold nothing', { timeout: 60_000 }, () => {
  const refused = (what: string) => ({ kind: 'invalid', code: `inventory.reading.${what}` });

  it('says that a scan has no text', async () => {
    await expect(readContent(makePdf([[]]))).rejects.toMatchObject(refused('cv_without_text'));
  });

  it('survives a damaged PDF', async () => {
    await expect(readContent('%PDF-1.7\nnothing of the kind')).rejects.toMatchObject(refused('cv_unreadable'));
  });

  it('does not load what an external entity names', async () => {
    const evil = makeDocx(long, [
      {
        name: 'word/header1.xml',
        content:
          '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:hdr><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:hdr>',
      },
    ]);

    await expect(readContent(evil)).rejects.toMatchObject(refused('cv_unreadable'));
  });

  it('does not unpack a zip bomb', async () => {
    await expect(readContent(makeDocx(' '.repeat(20_000_000)))).rejects.toMatchObject(refused('archive_too_large'));
  });

  it('ends the process when time is up', async () => {
    const path = await dropFile(makePdf([twoColumnCv]));

    await expect(readCv(path, 'cv.pdf', { ...CV_LIMITS, timeoutMs: 1 })).rejects.toMatchObject(refused('cv_too_slow'));
  });

  it('survives the process running out of memory', async () => {
    const path = await dropFile(makePdf(Array.from({ length: 40 }, () => twoColumnCv)));

    await expect(readCv(path, 'cv.pdf', { ...CV_LIMITS, memoryMb: 6 })).rejects.toMatchObject(refused('cv_unreadable'));
  });

  it('refuses files that are larger than any CV', async () => {
    const path = await dropFile(makePdf([twoColumnCv]));

    await expect(readCv(path, 'cv.pdf', { ...CV_LIMITS, fileBytes: 100 })).rejects.toMatchObject(
      refused('cv_too_large'),
    );
  });

  it('refuses a table', async () => {
    await expect(readContent('Name;Ort\nAnna;Bern\n')).rejects.toMatchObject(refused('no_cv'));
  });
});

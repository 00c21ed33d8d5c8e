import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleFile } from './sample-file.ts';

const committed = () => readFileSync(new URL('../../docs/samples/bewerbungen.csv', import.meta.url));

describe('the sample file for newcomers', () => {
  it('is what the generator writes', () => {
    expect(Buffer.from(sampleFile().bytes).equals(committed())).toBe(true);
  });

  it('is what German Excel saves: Windows-1252, semicolons, decimal commas', () => {
    const text = new TextDecoder('windows-1252').decode(committed());

    expect(text.split('\r\n')).toHaveLength(1 + 55 + 3 + 2 + 1);
    expect(text).toMatch(/^Nachname;Vorname;E-Mail privat;/);
    expect(text).toMatch(/;[2-5],\d;/);
    expect(text).toContain('Wüthrich');
    expect(committed().includes(Buffer.from('Wüthrich', 'utf8'))).toBe(false);
  });

  it('has consents of every kind', () => {
    const text = new TextDecoder('windows-1252').decode(committed());

    expect(text.match(/;ja \(\d\d\.\d\d\.\d{4}\);/g)?.length).toBeGreaterThan(35);
    expect(text).toMatch(/;nein;/);
    expect(text.split('\r\n').filter((line) => line.split(';')[17] === '').length).toBeGreaterThan(4);
  });
});

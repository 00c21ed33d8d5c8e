import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keysOf } from '#ground/i18n/messages.ts';
import german from '../messages/de.json' with { type: 'json' };
import sensitive from './sensitive-headers.json' with { type: 'json' };
import { TARGET_FIELDS } from '../types.ts';
import { FIELD_OF_KIND } from './value-evidence.ts';

const keys = new Set(keysOf(german).flatMap((key) => [key, key.replace(/_(?:one|other)$/, '')]));
const folders = [new URL('.', import.meta.url), new URL('../classification/', import.meta.url)];
const sources = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
);

describe('the sentences', () => {
  it('exist for every code that is written out in the code', () => {
    const written = sources.flatMap((text) =>
      [...text.matchAll(/'((?:recognition|problem|classification|rule)\.[a-z_]+)'/g)].map(([, code]) => code ?? ''),
    );
    const dropped = sources.flatMap((text) =>
      [...text.matchAll(/dropValue\(draft, [^,]+, '([a-z_]+)'/g)].map(([, code]) => `problem.${code}`),
    );

    expect([...written, ...dropped].filter((code) => !keys.has(code))).toEqual([]);
    expect(written.length).toBeGreaterThan(20);
  });

  it('exist for every code that is put together', () => {
    const codes = [
      ...TARGET_FIELDS.map((field) => `field.${field}`),
      ...FIELD_OF_KIND.map(({ kind }) => `recognition.values_${kind}`),
      ...Object.keys(sensitive).map((group) => `recognition.sensitive_${group}`),
      ...['known', 'similar', 'abbreviated', 'part'].map((how) => `recognition.header_${how}`),
      ...['stars', 'percent', 'letters', 'marks'].map((sign) => `recognition.scale_${sign}`),
      ...['without_at', 'without_dot', 'malformed', 'too_long', 'no_reply'].map((why) => `problem.email_${why}`),
      ...['unreadable', 'rounded'].map((why) => `problem.phone_${why}`),
      ...['left', 'left_role', 'undated', 'undated_role'].flatMap((base) => [
        `classification.former_${base}`,
        `classification.former_${base}_wanted`,
      ]),
      ...['place_of', 'place', 'stage'].flatMap((base) =>
        ['', '_rated'].flatMap((rated) =>
          ['', '_undated'].map((dated) => `classification.silver_${base}${rated}${dated}`),
        ),
      ),
    ];

    expect(codes.filter((code) => !keys.has(code))).toEqual([]);
  });
});

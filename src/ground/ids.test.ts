import { describe, expect, it } from 'vitest';
import { newId } from './ids.ts';

const MOMENT = Date.parse('2026-11-29T12:00:00Z');

describe('newId', () => {
  it('makes version 7 UUIDs of the moment, each only once', () => {
    const ids = Array.from({ length: 100_000 }, () => newId(MOMENT));

    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(ids[0]?.replace('-', '').slice(0, 12) ?? '', 16)).toBe(MOMENT);
  });

  it('lays ids of one moment close together in the order in which they are made', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(MOMENT));
    const place = new Map(ids.toSorted().map((id, at) => [id, at]));

    // The counter begins anywhere and may start over once in between.
    const jumps = ids.filter(
      (id, at) => at > 0 && Math.abs((place.get(id) ?? 0) - (place.get(ids[at - 1] ?? '') ?? 0)) > 1024,
    );
    expect(jumps.length).toBeLessThanOrEqual(1);
  });

  it('keeps the order of moments', () => {
    expect(newId(MOMENT) < newId(MOMENT + 1)).toBe(true);
  });
});

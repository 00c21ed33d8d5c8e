import { describe, expect, it } from 'vitest';
import { copyReasonOf } from './instance.ts';

const ID = '0193570a-0000-4000-8000-000000000001';
const OTHER = '0193570a-0000-4000-8000-000000000002';
const mark = { id: ID, place: '42', count: 7, isCounting: false };

describe('a database and a folder', () => {
  it.each([
    ['that belong together', { id: ID, count: 7 }, mark, '42', undefined],
    ['at the very first start', { id: null, count: 0 }, undefined, '', undefined],
    ['after a process died while counting', { id: ID, count: 6 }, { ...mark, isCounting: true }, '42', undefined],
    ['and the database comes from elsewhere', { id: OTHER, count: 7 }, mark, '42', 'other_folder'],
    ['and the database was never here', { id: null, count: 0 }, mark, '42', 'other_folder'],
    ['and the folder was lost', { id: ID, count: 7 }, undefined, '', 'no_mark'],
    ['and the folder was copied', { id: ID, count: 7 }, mark, '43', 'copied_folder'],
    ['and the database was brought back from last week', { id: ID, count: 3 }, mark, '42', 'older_database'],
    ['and the folder was brought back from last week', { id: ID, count: 9 }, mark, '42', 'newer_database'],
  ])('%s', (_, database, found, place, reason) => {
    expect(copyReasonOf(database, found, place)).toBe(reason);
  });
});

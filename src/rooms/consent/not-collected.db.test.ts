import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { ask, consentForTests } from './testing.ts';

const room = consentForTests();

// SC-1, SC-2, SC-3
describe('what is never collected', () => {
  const SENSITIVE =
    'religion health disability ethnicity ethnic nationality citizenship union politics party sexual sexuality pregnancy pregnant marital married children family gender sex criminal conviction salary pay wage wages compensation income bonus lohn gehalt religionszugehoerigkeit krankheit behinderung staatsangehoerigkeit zivilstand geschlecht schwangerschaft';

  it('has no column in the whole database', async () => {
    const { rows } = await sql<{
      name: string;
    }>`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`.execute(
      room.house.db,
    );
    const words = new Set(SENSITIVE.split(' '));
    // A role family is a group of jobs.
    const told = (name: string) => name.replace('role_family', 'role_group').split(/[._]/);
    const found = rows.filter(({ name }) => told(name).some((word) => words.has(word)));

    expect(rows.length).toBeGreaterThan(150);
    expect(found).toEqual([]);
  });

  it('has no birth date, only keyed hashes for the comparison of duplicates', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
      where table_schema = 'public' and (table_name || column_name) ~ 'birth|geburt' order by 1`.execute(room.house.db);

    expect(rows.map(({ name }) => name)).toEqual([
      'birth_date_keys.keys jsonb',
      'birth_date_keys.talent_id uuid',
      'talents.birth_name text',
    ]);
  });

  it('is refused as a field of a new talent', async () => {
    const answers = await Promise.all(
      ['religion', 'birthDate', 'nationality', 'gender', 'salary'].map((field) =>
        ask(room.house, room.recruiter, 'POST', '/talents', {
          firstName: 'Zoë',
          lastName: 'Brändli',
          ground: room.byConsent(),
          [field]: 'x',
        }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 422));
  });
});

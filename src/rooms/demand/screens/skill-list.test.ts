import { describe, expect, it } from 'vitest';
import { addSkill, addSkills } from './skill-list.ts';

describe('wanted skills', () => {
  it('are read one per line, comma or semicolon, each once', () => {
    expect(addSkills([{ label: 'SQL' }], 'Python, sql\nSQL; dbt \n')).toEqual([
      { label: 'SQL' },
      { label: 'Python' },
      { label: 'dbt' },
    ]);
  });

  it('are the same under two names of the directory', () => {
    const skills = [{ label: 'Maschinelles Lernen', conceptId: 'own:ml' }];

    expect(addSkill(skills, { label: 'Machine Learning', conceptId: 'own:ml' })).toEqual(skills);
  });
});

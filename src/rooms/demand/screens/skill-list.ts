import type { WantedSkill } from '../schema.ts';

const LONGEST = 120;
const SEPARATORS = /[\n,;\t]/u;

/** What was typed or pasted, one per line, comma or semicolon; each once, whatever its case. */
export function addSkills(skills: readonly WantedSkill[], text: string): WantedSkill[] {
  return text
    .split(SEPARATORS)
    .map((label) => label.trim().slice(0, LONGEST))
    .filter(Boolean)
    .reduce<WantedSkill[]>((all, label) => addSkill(all, { label }), [...skills]);
}

export function addSkill(skills: readonly WantedSkill[], skill: WantedSkill): WantedSkill[] {
  const isThere = skills.some(
    (one) =>
      one.label.toLowerCase() === skill.label.toLowerCase() ||
      (one.conceptId !== undefined && one.conceptId === skill.conceptId),
  );
  return isThere ? [...skills] : [...skills, skill];
}

export const endsSkill = (text: string): boolean => SEPARATORS.test(text);

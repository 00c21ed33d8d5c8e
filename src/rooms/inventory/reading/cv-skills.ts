import type { CvLine } from './cv-lines.ts';

interface SkillProposal {
  field: 'skills';
  value: string;
  quote: string;
  offset: number;
}

const MOST_SKILLS = 80;
/** Longer pieces are sentences about skills, not skills. */
const LONGEST_SKILL = 60;

/** Every skill named under a heading for skills; levels in brackets and bullets are left out. */
export function findSkills(lines: CvLine[]): SkillProposal[] {
  const found = new Map<string, SkillProposal>();
  for (const line of lines) {
    if (line.section !== 'skills' || line.isHeading) continue;
    for (const skill of splitSkills(line))
      if (!found.has(skill.value.toLowerCase())) found.set(skill.value.toLowerCase(), skill);
  }
  return [...found.values()].slice(0, MOST_SKILLS);
}

function splitSkills({ text, offset }: CvLine): SkillProposal[] {
  // "Sprachen: Java, Go" names a group before the colon.
  const label = /^[^:,]{2,40}:\s*/u.exec(text)?.[0].length ?? 0;
  return [...text.slice(label).matchAll(/[^,;|•·▪●■◦\t]+/gu)].flatMap((match) => {
    const value = match[0].replaceAll(/^[\s*–-]+|\s*\([^)]*\)\s*|[\s.*★☆●○-]+$/gu, '').trim();
    const quote = match[0].trim();
    const place = offset + label + match.index + match[0].indexOf(quote);
    return isSkill(value) ? [{ field: 'skills' as const, value, quote, offset: place }] : [];
  });
}

const isSkill = (value: string) =>
  value.length > 0 && value.length <= LONGEST_SKILL && /\p{L}/u.test(value) && value.split(/\s+/u).length <= 6;

import { classify } from '../classification/classify.ts';
import type { ClassificationRules } from '../classification/rules.ts';
import type { Classification, ImportedPerson } from '../types.ts';
import type { KnownFacts } from './known-facts.ts';

const NOBODY: ImportedPerson = {
  firstName: '',
  lastName: '',
  emails: [],
  phones: [],
  links: [],
  skills: [],
  interests: [],
  tags: [],
};

/** The first reason per segment wins; applications come newest first. */
export function classifyFacts(
  { applications, employments, contactSource, canBecomeFormer }: KnownFacts,
  rules: ClassificationRules,
  today: string,
): Classification[] {
  const contact = contactSource ? { source: contactSource } : undefined;
  const faces: ImportedPerson[] = [
    ...applications.map((application) => ({ ...NOBODY, application, contact })),
    ...employments.map((employment) => ({ ...NOBODY, employment, contact })),
    ...(applications.length + employments.length === 0
      ? [{ ...NOBODY, contact: contact ?? { source: 'network' } }]
      : []),
  ];
  const found = new Map<string, Classification>();
  for (const one of faces.flatMap((face) => classify(face, rules, today))) {
    if (!found.has(one.segment) && (canBecomeFormer || one.segment !== 'former')) found.set(one.segment, one);
  }
  return [...found.values()];
}

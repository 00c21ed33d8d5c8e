import type { Ignored } from './types.ts';

/**
 * Orders to a machine, in German and English. What a person can do is never said so; people who read the paper see it all the same.
 * Written for whole phrases, so that "prompt engineering" or "Anweisungen gegeben" stay what they are.
 */
const INSTRUCTION = new RegExp(
  [
    String.raw`\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|criteria|weights|guidelines)\b`,
    String.raw`(?<!\p{L})(?:ignorier\w*|vergiss|vergessen sie|missachte\w*|überschreib\w*)\b[^.\n]{0,60}(?:anweisung|regel|vorgabe|kriteri|gewicht|prompt)`,
    String.raw`\byou are (?:now )?(?:an? )?(?:helpful |expert |ai )*(?:ai|assistant|recruit\w+ (?:bot|ai)|language model|ranking)\b`,
    String.raw`\bdu bist (?:jetzt |nun )?(?:ein\w* )?(?:hilfreich\w* )?(?:ki|assistent|sprachmodell|bewertungs\w*|recruiting-bot)\b`,
    String.raw`\b(?:as an? (?:ai|llm)|als (?:ki|sprachmodell))\b`,
    String.raw`\b(?:system|developer|user|assistant)\s*(?:prompt|message)?\s*:\s*(?:you|ignore|rank|rate|always|du|bewerte|ignoriere)`,
    String.raw`<\|?(?:im_start|im_end|system|endoftext|user|assistant)\|?>|\[/?INST\]|<<SYS>>|BEGIN SYSTEM|### ?(?:instruction|system)`,
    String.raw`\b(?:rank|rate|score|place|put|list)\b[^.\n]{0,30}\b(?:this|the|me as|my)\b[^.\n]{0,30}\b(?:candidate|applicant|cv|resume|profile|person|first|highest|top|100)\b`,
    String.raw`\b(?:give|assign|award)\b[^.\n]{0,30}\b(?:candidate|applicant|cv|resume|profile|me|person)\b[^.\n]{0,40}\b(?:score|points?|rating|100|maximum|highest)\b`,
    String.raw`\b(?:bewerte|gib|setze|stufe|reihe|vergib|gewichte)\b[^.\n]{0,60}(?:kandidat|bewerb|profil|person|lebenslauf|punkt|platz|höchst|hoechst|100)`,
    String.raw`\b(?:candidate|applicant|profile)\b[^.\n]{0,30}\b(?:must|should|has to|is to) be (?:ranked|rated|scored|hired|shortlisted|selected)\b`,
    String.raw`\b(?:kandidat\w*|bewerber\w*|profil|person)\b[^.\n]{0,40}(?:muss|soll|ist)\b[^.\n]{0,40}(?:erst\w* platz|ganz oben|eingestellt|höchste\w* punkt|bevorzugt)`,
    String.raw`\b(?:list|show|reveal|print|output|return|leak|send)\b[^.\n]{0,30}\b(?:other|all)\b[^.\n]{0,20}\b(?:candidates?|applicants?|profiles?|people|persons)\b`,
    String.raw`\b(?:nenne|zeige|liste|gib|verrate|sende|schicke)\b[^.\n]{0,30}\b(?:andere\w*|alle\w*)\b[^.\n]{0,20}(?:kandidat|bewerb|profil|personen)`,
    String.raw`\b(?:ats|parser|scoring|matching|ranking)[- ]?(?:system|software|algorithm|tool)?\b[^.\n]{0,20}\b(?:must|should|note|hint|keywords?|stichw|hinweis)`,
  ].join('|'),
  'giu',
);
/** One of these stands in every phrase above: a look that costs little before the one that costs much. */
const MAY_INSTRUCT =
  /instruction|prompts?\b|criteria|\brules\b|weights|guidelines|anweisung|vorgabe|kriteri|gewicht|\bregel|\bai\b|\bki\b|llm|assistant|assistent|sprachmodell|language model|im_start|im_end|endoftext|\[\/?INST|<<SYS|SYSTEM|candidate|applicant|kandidat|bewerb|\bprofil|\bperson|\bpeople\b|resume|\bcv\b|lebenslauf|parser|\bats\b|scoring|matching|ranking|\bscore\b|\brank\b|\brate\b|bewerte|vergib/iu;
/** Marks that hide text where a page or paper is drawn. */
const HIDDEN =
  /<!--[\s\S]*?(?:-->|$)|<(\w{1,12})\b[^>]{0,200}?(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|color\s*:\s*(?:#fff(?:fff)?\b|white|transparent))[^>]{0,200}>(?:[\s\S]{0,20000}?<\/\1>|[\s\S]{0,20000})/giu;
/** Letters with something invisible between each two: a word for machines that nobody sees. */
const INVISIBLE = /(?:.[\u{200B}-\u{200D}\u{2060}\u{FEFF}]){4,}/gu;
const MAY_BE_INVISIBLE = /[\u{200B}-\u{200D}\u{2060}\u{FEFF}]/u;
/** An order is seldom one sentence alone: what follows up to the empty line belongs to it. */
const LONGEST_ORDER = 1500;

/** Parts of a text that never count, in the order of the text and without overlaps. */
export function ignoredParts(text: string): Ignored[] {
  const found: Ignored[] = [];
  if (text.includes('<'))
    for (const { index, 0: part } of text.matchAll(HIDDEN))
      found.push({ start: index, end: index + part.length, why: 'hidden' });
  if (MAY_BE_INVISIBLE.test(text))
    for (const { index, 0: part } of text.matchAll(INVISIBLE))
      found.push({ start: index, end: index + part.length + 1, why: 'hidden' });
  if (MAY_INSTRUCT.test(text)) {
    for (const { index } of text.matchAll(INSTRUCTION)) {
      const start = text.lastIndexOf('\n', index) + 1;
      found.push({ start, end: endOfOrder(text, index), why: 'instruction' });
    }
  }
  return withoutOverlaps(found);
}

function endOfOrder(text: string, from: number): number {
  const empty = /\n[ \t\r]*\n/u.exec(text.slice(from, from + LONGEST_ORDER));
  if (empty) return from + empty.index;
  const line = text.indexOf('\n', from);
  return line === -1 ? Math.min(text.length, from + LONGEST_ORDER) : line;
}

export function withoutOverlaps(parts: readonly Ignored[]): Ignored[] {
  const merged: Ignored[] = [];
  for (const part of parts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && part.start <= last.end) last.end = Math.max(last.end, part.end);
    else merged.push({ ...part });
  }
  return merged;
}

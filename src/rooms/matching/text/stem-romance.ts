type Rule = readonly [ending: RegExp, replacement: string];

const FRENCH: readonly Rule[] = [
  [/eaux?$/u, 'eau'],
  [/aux$/u, 'al'],
  [/(?:at|it)(?:eurs?|rices?)$/u, 't'],
  [/(?:eurs?|euses?|rices?)$/u, 'eur'],
  [/(?:iennes?|iens?)$/u, 'ien'],
  [/(?:ieres?|iers?)$/u, 'ier'],
  [/ations?$/u, 't'],
  [/(?:ements?|issements?)$/u, ''],
  [/(?:iques?)$/u, 'iqu'],
  [/(?:ees?|es?|s|er|x)$/u, ''],
];
const ITALIAN: readonly Rule[] = [
  [/(?:a|i)t(?:ore|ori|rice|rici)$/u, 't'],
  [/(?:azione|azioni)$/u, 't'],
  [/(?:amento|amenti|imento|imenti)$/u, ''],
  [/(?:iera|iere|ieri|iero)$/u, 'ier'],
  [/(?:ista|isti|iste)$/u, 'ist'],
  [/(?:chi|che)$/u, 'c'],
  [/(?:ghi|ghe)$/u, 'g'],
  [/[aeio]$/u, ''],
];

/** Light stems of folded French and Italian words: number and gender, and the commonest endings of doers and deeds. */
export const stemFrench = (word: string): string => applyFirst(FRENCH, word);
export const stemItalian = (word: string): string => applyFirst(ITALIAN, word);

function applyFirst(rules: readonly Rule[], word: string): string {
  if (word.length < 4) return word;
  for (const [ending, replacement] of rules) {
    if (!ending.test(word)) continue;
    const stem = word.replace(ending, replacement);
    if (stem.length >= 3) return stem;
  }
  return word;
}

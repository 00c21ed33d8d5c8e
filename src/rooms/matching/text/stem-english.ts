type Rule = readonly [ending: RegExp, replacement: string];

const VOWEL = /[aeiouy]/u;
/** Tried in order; the first that fits is taken, if what is left holds a vowel and at least three letters. */
const PLURALS: readonly Rule[] = [
  [/sses$/u, 'ss'],
  [/(?<=[a-z]{2})ies$/u, 'y'],
  [/(?<=(?:s|x|z|ch|sh))es$/u, ''],
  [/(?<![suo])s$/u, ''],
];
const ENDINGS: readonly Rule[] = [
  [/(?:is|iz)ation(?:al)?$/u, 'iz'],
  [/(?:is|iz)(?:ing|ed|er)$/u, 'iz'],
  [/is(?:e|es)$/u, 'iz'],
  [/ize$/u, 'iz'],
  [/ational$/u, 'at'],
  [/ation$/u, 'at'],
  [/ating$|ated$|ator$|ate$|ative$/u, 'at'],
  [/fulness$|ful$/u, ''],
  [/ously$|ous$|ousness$/u, ''],
  [/iveness$|ively$|ive$/u, ''],
  [/ement$|ments?$/u, ''],
  [/ically$|ical$|ics?$/u, 'ic'],
  [/ies?$|y$/u, 'i'],
  [/ing$|ed$|ers?$|ors?$|ly$|ness$|e$/u, ''],
];

/**
 * The stem of a folded English word. Lighter than Porter's: nouns, verbs and doers of one family meet ("manage", "manager",
 * "managing", "management"), nothing else does. British and American endings are one.
 */
export function stemEnglish(word: string): string {
  if (word.length < 4) return word;
  const singular = applyFirst(PLURALS, word);
  return undoubled(applyFirst(ENDINGS, singular));
}

function applyFirst(rules: readonly Rule[], word: string): string {
  for (const [ending, replacement] of rules) {
    if (!ending.test(word)) continue;
    const rest = word.replace(ending, '');
    if (rest.length >= 3 && VOWEL.test(rest)) return rest + replacement;
  }
  return word;
}

/** "planning" leaves "plann". */
const undoubled = (word: string) => (word.length > 4 && /([bdfgmnprt])\1$/u.test(word) ? word.slice(0, -1) : word);

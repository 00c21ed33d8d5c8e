/**
 * A folded word without the ending of number and case, and no more: "Entwicklungen" and "Entwicklung" meet, "Entwickler" and
 * "Entwicklung" do not. For finding names in texts, where {@link stem} would take an occupation for a skill.
 */
export function withoutInflection(word: string, language: string): string {
  if (word.length < 4) return word;
  return language.startsWith('de') ? german(word) : english(word);
}

const GERMAN = /(?:innen|ern|en|em|es|er|e|n|s)$/u;

function german(word: string): string {
  const rest = word.replace(GERMAN, '');
  if (rest.length < 3) return word;
  return rest.endsWith('niss') ? rest.slice(0, -1) : rest;
}

function english(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  const singular = /(?:ss|us|is)$/u.test(word) ? word : word.replace(/(?<=(?:s|x|z|ch|sh))es$|s$/u, '');
  const basic = singular.replace(/(?<=\p{L}{3})(?:ing|ed|e)$/u, '');
  return basic.length > 3 && /([bdfgmnprt])\1$/u.test(basic) ? basic.slice(0, -1) : basic;
}

const WORDS = {
  de: /\b(?:und|der|die|das|mit|von|für|bei|als|im|den|des|seit|bis|heute|sowie|eine[rsn]?|Kenntnisse|Ausbildung|Berufserfahrung|Lebenslauf)\b/giu,
  en: /\b(?:and|the|of|for|with|in|to|from|at|as|since|present|experience|education|skills|a|an|led|managed)\b/giu,
  fr: /\b(?:et|le|la|les|des|de|du|pour|avec|chez|depuis|une?|formation|expérience|compétences|langues)\b/giu,
  it: /\b(?:e|il|la|di|del|della|per|con|presso|dal|una?|formazione|esperienza|competenze|lingue|gli)\b/giu,
} as const;

/** The language with most of its small words; undefined where the text is too short to tell. */
export function guessLanguage(text: string): keyof typeof WORDS | undefined {
  const sample = text.slice(0, 20_000);
  const counts = (['de', 'en', 'fr', 'it'] as const).map((language) => ({
    language,
    count: sample.match(WORDS[language])?.length ?? 0,
  }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  return first && first.count >= 4 && first.count > (second?.count ?? 0) * 1.15 ? first.language : undefined;
}

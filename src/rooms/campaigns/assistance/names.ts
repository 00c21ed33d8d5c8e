import type { LetterLanguage } from '../types.ts';

/** Words that stand in capitals only because a sentence begins. */
const BEGINNERS = new Set(
  `der die das den dem des ein eine einen einem einer eines kein keine unser unsere unseren unserem unserer unseres ihr ihre ihren ihrem ihrer ihres mein meine dein deine
  wir ich sie du er es man wer was wo wann wie warum welche welcher welches dieser diese dieses diesen diesem jene jeder jede jedes alle viele einige mehrere manche andere
  und oder aber denn doch auch nur noch schon bald heute morgen gestern jetzt nun dann danach davor dabei dazu dafür damit darum deshalb hier dort seit bis ab an am auf aus bei
  beim für gegen hinter im in ins mit nach neben ob ohne um unter über vom von vor während wegen weil wenn zu zum zur zwischen als so sobald falls nicht nichts neu neue neuer neues
  neuen gut gute guten guter gutes große großer großes kleine kleiner erste erster erstes zweite letzte nächste nächster eigene weitere zwei drei vier fünf sechs acht zehn zwölf
  lernen lesen schreiben kommen sehen erfahren melden besuchen antworten im vielleicht gern gerne inzwischen zuletzt zuerst außerdem ebenso
  the a an our your their his her its my this that these those some many several most all every each no one two three four five we i you he she it they there here what when where
  why how who which and or but so then now today tomorrow yesterday soon since until for from with without within into onto on in at by to of as if while because after before
  between during about above below over under new good great small large first second last next own other another also only still already perhaps please come see read write visit
  reply tell let`
    .split(/\s+/)
    .filter(Boolean),
);
/** Everyday nouns that follow a preposition without an article. */
const EVERYDAY = new Set(
  `arbeit ruhe zukunft kürze kontakt verbindung erfahrung interesse fragen bedarf gelegenheit freude sicht teilzeit vollzeit projekten teams zusammenarbeit feierabend bezug planung arbeitszeit
  absprache wunsch dank leidenschaft überzeugung neugier betrieb person text wort bild deutsch englisch deutschland form tagen wochen monaten jahren stunden minuten grund sachen technik
  entwicklung austausch pension rente ausbildung elternzeit karenz gesprächen beruf familie hause`
    .split(/\s+/)
    .filter(Boolean),
);
const ENDINGS_OF_THINGS =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ment|mente|ismus|tät|täten|nis|nisse|nissen|ling|linge)$/i;
const HONOURED =
  /(?<!\p{L})(?:Frau|Herrn?|Dr\.|Prof\.|Mrs?\.?|Ms\.?|Professor)\s+((?:\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+)*)/gu;
const AFTER_PREPOSITION = /(?<!\p{L})(?:in|aus|nach|bei)\s+(\p{Lu}[\p{L}'’-]+)(?!\s+\p{Lu})/gu;
const SPELLED_OUT =
  /(?<![\p{L}\d])(?:\p{Lu}{2,}[\p{L}\d]*|\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Ll}+\p{Lu}[\p{L}\d]*)(?![\p{L}\d])/gu;
const IN_A_ROW = /(?<!\p{L})\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*/gu;

/** Words that are names of people, places or companies, as far as their spelling tells. German nouns are written like names, so fewer are found there. */
export function namesIn(text: string, language: LetterLanguage): string[] {
  return [
    ...[...text.matchAll(HONOURED)].map(([, name]) => name ?? ''),
    ...[...text.matchAll(SPELLED_OUT)].map(([word]) => word),
    ...rowsIn(text, language),
    ...(language === 'de' ? afterPrepositions(text) : []),
  ];
}

/** Stand in capitals wherever they are, and end a row of names. */
const BETWEEN = /^(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|Frau|Herrn?|Dr|Prof|Mrs?|Ms|Professor|May|I|I['’]\p{Ll}+)$/u;

function rowsIn(text: string, language: LetterLanguage): string[] {
  return [...text.matchAll(IN_A_ROW)].flatMap(({ 0: row, index }) => {
    const isFirst = isBeginning(text, index);
    return partsOf(row.split(/\s+/)).flatMap(({ at, part }) =>
      nameIn(part, isFirst && at === 0 ? 'begins' : 'inside', language),
    );
  });
}

function nameIn(part: readonly string[], place: 'begins' | 'inside', language: LetterLanguage): string[] {
  const isOrdinary = place === 'begins' && BEGINNERS.has((part[0] ?? '').toLowerCase());
  const rest = isOrdinary ? part.slice(1) : part;
  // The first word of a sentence is in capitals whatever it is, and so are German nouns.
  const fewest = language === 'de' || (place === 'begins' && !isOrdinary) ? 2 : 1;
  return rest.length >= fewest ? [rest.join(' ')] : [];
}

function partsOf(words: readonly string[]): { at: number; part: string[] }[] {
  const parts: { at: number; part: string[] }[] = [];
  let part: string[] = [];
  for (const [i, word] of words.entries()) {
    if (BETWEEN.test(word)) part = [];
    else if (part.push(word) === 1) parts.push({ at: i, part });
  }
  return parts;
}

const isBeginning = (text: string, at: number): boolean => /(?:^|[.!?:\n„“"»«(–-])\s*$/u.test(text.slice(0, at));

const afterPrepositions = (text: string): string[] =>
  [...text.matchAll(AFTER_PREPOSITION)]
    .map(([, word]) => word ?? '')
    .filter((word) => !EVERYDAY.has(word.toLowerCase()) && !ENDINGS_OF_THINGS.test(word));

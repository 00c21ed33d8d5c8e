/** What somebody does, to who does it: adverts are titled "Entwicklung Leistungselektronik" and "Data Engineering". */
const DOERS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})ung$/iu, 'er'],
  [/(?<=\p{L}eer)ing$/iu, ''],
  [/(?<=\p{L}{3})ing$/iu, 'er'],
  [/ktion$/iu, 'kteur'],
  [/(?<=^(?:ein|ver))kauf$/iu, 'käufer'],
];

/** The same title with doers for deeds; the same text where it names none. */
export const doerTitle = (title: string): string => title.replaceAll(/\p{L}+/gu, doerOf);

function doerOf(word: string): string {
  const [deed, ending = ''] = DOERS.find(([pattern]) => pattern.test(word)) ?? [];
  return deed ? word.replace(deed, ending) : word;
}

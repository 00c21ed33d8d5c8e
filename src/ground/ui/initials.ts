const TITLES = /^(dr|prof|med|ing|dipl|phil|h\.?c|von|van|de|der|zu|zur|la|le|el|al)\.?$/i;

/** First letters of the first and the last word of a name; titles and small words do not count. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '' && !TITLES.test(word));
  const lastName = name.trim().split(/\s+/).at(-1)?.split('-')[0];
  const first = words[0] ?? name;
  const last = words.length > 1 ? (lastName ?? '') : '';
  return `${Array.from(first)[0] ?? ''}${Array.from(last)[0] ?? ''}`.toUpperCase();
}

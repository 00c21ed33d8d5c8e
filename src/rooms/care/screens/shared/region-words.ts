/** "Schweiz, ZH" for `CH-ZH`: the names of all regions are too many to load for one fact. */
export function regionWords(region: string, locale: string): string {
  const [country = region, part] = region.split('-');
  const name = new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
  return part === undefined ? name : `${name}, ${part}`;
}

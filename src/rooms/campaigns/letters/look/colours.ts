type Rgb = [number, number, number];

const rgbOf = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb;
const hexOf = (rgb: readonly number[]): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** @param share of `other`, 0 to 1 */
export function mix(colour: string, other: string, share: number): string {
  const [from, to] = [rgbOf(colour), rgbOf(other)];
  return hexOf(from.map((part, i) => part + ((to[i] ?? part) - part) * share));
}

/** @source WCAG 2.2, relative luminance */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = rgbOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2 AA for words. */
export const LEAST_CONTRAST = 4.5;

/** The colour itself, or the same hue so much lighter or darker that it can be read on the paper. */
export function readableOn(paper: string, colour: string, least = LEAST_CONTRAST): string {
  const end = luminance(paper) > 0.18 ? 0 : 1;
  for (let share = 0; share < 1; share += 0.04) {
    const tried = withLightness(colour, (lightness) => lightness + (end - lightness) * share);
    if (contrast(tried, paper) >= least) return tried;
  }
  return end === 1 ? '#ffffff' : '#000000';
}

/** @source CSS Color 4, section 7: HSL */
function withLightness(colour: string, change: (lightness: number) => number): string {
  const parts = rgbOf(colour).map((part) => part / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const lightness = (most + least) / 2;
  const wanted = change(lightness);
  if (most === least || wanted === lightness) return most === least ? hexOf(parts.map(() => wanted * 255)) : colour;
  const saturation = (most - least) / (1 - Math.abs(2 * lightness - 1));
  const reach = saturation * (1 - Math.abs(2 * wanted - 1));
  return hexOf(parts.map((part) => 255 * (wanted + ((part - lightness) / (most - least)) * reach)));
}

/** Of two inks the one that is easier to read on a colour. */
export const inkOn = (colour: string): string =>
  contrast('#ffffff', colour) >= contrast('#000000', colour) ? '#ffffff' : '#000000';

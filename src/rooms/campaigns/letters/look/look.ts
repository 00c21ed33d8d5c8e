import type { BrandDesign } from '../../schema-letter.ts';
import { inkOn, mix, readableOn } from './colours.ts';

interface Palette {
  paper: string;
  ink: string;
  quiet: string;
  hair: string;
  accent: string;
  link: string;
  onAccent: string;
}

/** Everything about how a letter looks, worked out from a brand. */
export interface Look {
  light: Palette;
  dark: Palette;
  headings: string;
  body: string;
}

/** Fonts that every machine has: letters fetch nothing. */
const FONTS = {
  serif: "Georgia, 'Times New Roman', Times, serif",
  sans: 'Arial, Helvetica, sans-serif',
};
export const SANS = FONTS.sans;

const DARK = { paper: '#191e23', ink: '#ebe8e2' };

export function lookOf(brand: BrandDesign): Look {
  return {
    light: paletteOf(brand.paper, brand.ink, brand.accent),
    dark: paletteOf(DARK.paper, DARK.ink, readableOn(DARK.paper, brand.accent, 6.5)),
    headings: FONTS[brand.headings],
    body: FONTS[brand.body],
  };
}

const paletteOf = (paper: string, ink: string, accent: string): Palette => ({
  paper,
  ink,
  quiet: readableOn(paper, mix(ink, paper, 0.35)),
  hair: mix(paper, ink, 0.16),
  accent,
  link: readableOn(paper, accent),
  onAccent: inkOn(accent),
});

/**
 * What mail programs that know styles add: the dark set, drawn on purpose, and the phone. `data-ogsc` is how Outlook on the web says
 * that it darkens.
 */
export function styleOf({ dark }: Look): string {
  const rules: [string, string][] = [
    ['body, .paper', `background-color:${dark.paper}!important`],
    ['.ink div, .ink h1, .ink h2, .ink p, .ink li, .ink td', `color:${dark.ink}!important`],
    ['.quiet div, .quiet p, .quiet td', `color:${dark.quiet}!important`],
    ['.ink a, .quiet a', `color:${dark.link}!important`],
    ['.act td', `background:${dark.accent}!important`],
    ['.act a', `background:${dark.accent}!important;color:${dark.onAccent}!important`],
    ['.swell table table', `background-color:${dark.accent}!important`],
    ['.hair p', `border-top-color:${dark.hair}!important`],
    ['.logo img', 'background:#ffffff!important;padding:6px!important;border-radius:4px!important'],
  ];
  const inDark = rules.map(([where, what]) => `${where}{${what}}`).join('');
  const inOutlook = rules
    .map(
      ([where, what]) =>
        `${where
          .split(', ')
          .map((one) => `[data-ogsc] ${one}`)
          .join(',')}{${what}}`,
    )
    .join('');
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${inDark}}${inOutlook}@media (max-width:479px){.edge>table>tbody>tr>td,.left>table>tbody>tr>td{padding-left:20px!important}.edge>table>tbody>tr>td,.right>table>tbody>tr>td{padding-right:20px!important}.ink div{-webkit-hyphens:auto;hyphens:auto}}`;
}

import type { BrandCard } from '../../schema-writing.ts';
import { type BrandDesign, brandDesign } from '../../schema-letter.ts';
import { contrast, LEAST_CONTRAST } from '../../letters/look/colours.ts';
import { lookOf } from '../../letters/look/look.ts';

export interface BrandDraft {
  name: string;
  isDefault: boolean;
  design: BrandDesign;
}

export const emptyBrand = (companyName: string): BrandDraft => ({
  name: companyName,
  isDefault: true,
  design: { ...brandDesign.parse({}), companyName },
});

/** A brand beside another: it takes the place of none until somebody says so, and needs a name of its own. */
export const furtherBrand = (companyName: string): BrandDraft => ({
  ...emptyBrand(companyName),
  name: '',
  isDefault: false,
});

export const draftOfBrand = ({ name, isDefault, design }: BrandCard): BrandDraft => ({ name, isDefault, design });

const COLOUR = /^#[0-9a-f]{6}$/;

/** What was typed as a colour: with or without the sign, three or six places; undefined when it is none. */
export function colourFrom(typed: string): string | undefined {
  const bare = typed.trim().toLowerCase().replace(/^#/, '');
  const whole = /^[0-9a-f]{3}$/.test(bare) ? bare.replaceAll(/./g, '$&$&') : bare;
  return COLOUR.test(`#${whole}`) ? `#${whole}` : undefined;
}

export interface ColourCheck {
  /** How well words can be read on the paper, 1 to 21, rounded down to one place. */
  words: number;
  isReadable: boolean;
  /** The colour of links where the accent itself could not be read; undefined: it can. */
  linkInstead: string | undefined;
}

const MISTAKE_PLACES = 10;

/** Links are mended by themselves; words have to be right. */
export function checkColours(design: BrandDesign): ColourCheck {
  const { paper, ink, link, accent } = lookOf(design).light;
  const words = contrast(ink, paper);
  return {
    words: Math.floor(words * MISTAKE_PLACES) / MISTAKE_PLACES,
    isReadable: words >= LEAST_CONTRAST,
    linkInstead: link === accent ? undefined : link,
  };
}

export const BRAND_MISTAKES = ['name', 'companyName', 'contrast'] as const;
export type BrandMistake = (typeof BRAND_MISTAKES)[number];

export const brandMistakes = ({ name, design }: BrandDraft): BrandMistake[] => [
  ...(name.trim() === '' ? (['name'] as const) : []),
  ...(design.companyName.trim() === '' ? (['companyName'] as const) : []),
  ...(checkColours(design).isReadable ? [] : (['contrast'] as const)),
];

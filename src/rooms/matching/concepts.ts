import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { fold } from '#ground/text/fold.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Directory } from './directory/types.ts';
import { LABEL_KINDS } from './directory/types.ts';
import { engineFor } from './engine/engine.ts';
import { understandDemand } from './recognition/understand.ts';
import type { suggestion, understood } from './schema-matches.ts';

const SUGGESTIONS_AT_MOST = 8;
/** What something is called counts before what it is also called, unless that is much shorter. */
const PREFERRED = LABEL_KINDS.indexOf('preferred');
const OTHER_NAME = 24;

/** What a few lines of free text ask for; nothing of it is kept. */
export async function understandTextOf(ctx: Ctx, text: string): Promise<z.input<typeof understood>> {
  allow(ctx.actor, 'matching.read');
  const { recogniser } = await engineFor(ctx);
  const { occupations, skills, languages, language } = understandDemand(text, recogniser);
  return {
    occupations: occupations.map(({ conceptId, label, sentence }) => ({ conceptId, label, sentence })),
    skills: skills.map(({ conceptId, label, sentence, isMust }) => ({ conceptId, label, sentence, isMust })),
    languages: languages.map(({ language, level, sentence }) => ({ language, level, sentence })),
    language,
  };
}

type Kind = 'skill' | 'occupation' | 'language';

/** Labels that begin with what was typed, before those that contain it; shortest first. */
export async function suggestConceptsFor(
  ctx: Ctx,
  { q, kind }: { q: string; kind?: Kind | undefined },
): Promise<{ items: z.input<typeof suggestion>[] }> {
  allow(ctx.actor, 'matching.read');
  const { recogniser, directory } = await engineFor(ctx);
  const found = [...bestLabels(directory, fold(q))]
    .filter(([concept]) => !kind || recogniser.kindOf(concept) === kind)
    .sort(([a, x], [b, y]) => x.rank - y.rank || x.label.localeCompare(y.label) || a - b);
  return {
    items: found.slice(0, SUGGESTIONS_AT_MOST).map(([concept, { label }]) => {
      const preferred = recogniser.labelOf(concept, ctx.actor.language);
      return {
        conceptId: directory.concepts.ids[concept] ?? '',
        kind: recogniser.kindOf(concept),
        label: preferred,
        foundAs: preferred === label ? null : label,
      };
    }),
  };
}

/** Folded once: somebody who types asks many times, and a directory has a hundred thousand names. */
const foldedLabels = new WeakMap<Directory, string[]>();

function foldedOf(directory: Directory): string[] {
  const folded = foldedLabels.get(directory) ?? Array.from(directory.labels.text, fold);
  foldedLabels.set(directory, folded);
  return folded;
}

/** The best label of each concept that has what was typed. */
function bestLabels(directory: Directory, asked: string): Map<number, { label: string; rank: number }> {
  const found = new Map<number, { label: string; rank: number }>();
  for (const [at, folded] of foldedOf(directory).entries()) {
    const begun = rankOf(folded, asked);
    if (begun !== undefined) keepBetter(found, directory, at, begun);
  }
  return found;
}

function keepBetter(
  found: Map<number, { label: string; rank: number }>,
  { labels }: Directory,
  at: number,
  begun: number,
): void {
  const concept = labels.concept[at] ?? 0;
  const rank = begun + (labels.kind[at] === PREFERRED ? 0 : OTHER_NAME);
  if (rank < (found.get(concept)?.rank ?? Infinity)) found.set(concept, { label: labels.text[at] ?? '', rank });
}

function rankOf(label: string, asked: string): number | undefined {
  if (label.startsWith(asked)) return label.length;
  return label.includes(` ${asked}`) ? 1000 + label.length : undefined;
}

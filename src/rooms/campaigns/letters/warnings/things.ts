import { stateOn } from '#rooms/content/index.ts';
import type { Block, Letter } from '../../schema-letter.ts';
import type { Warning } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';
import { writtenLanguages } from '../compile.ts';
import type { Shelf } from '../words/ready.ts';
import { blockTexts } from './said.ts';
import { look, stop } from './warn.ts';

/** What blocks name: pictures, things from the library; and whether every block speaks every language of the letter. */
export function thingWarnings(letter: Letter, shelf: Shelf, on: string): Warning[] {
  const languages = writtenLanguages(letter);
  return letter.blocks.flatMap((block) => [
    ...untranslated(block, languages),
    ...pictureWarnings(block, shelf, languages),
    ...(block.kind === 'content' ? contentWarnings(block, shelf, { on, languages }) : []),
  ]);
}

function untranslated(block: Block, languages: readonly LetterLanguage[]): Warning[] {
  if (block.kind === 'divider' || block.kind === 'picture') return [];
  const speaks = (language: LetterLanguage) =>
    block.kind === 'content' ? block.contentId[language] !== undefined : blockTexts(block, language).length > 0;
  if (!languages.some(speaks)) return [];
  return languages
    .filter((language) => !speaks(language))
    .map((language) => look('missing_translation', { blockId: block.id, language }));
}

function pictureWarnings(block: Block, { pictures }: Shelf, languages: readonly LetterLanguage[]): Warning[] {
  if (block.kind !== 'picture' && block.kind !== 'person') return [];
  const isMissing = block.pictureId === null ? block.kind === 'picture' : !pictures.has(block.pictureId);
  if (isMissing) return [stop('picture_missing', { blockId: block.id })];
  if (block.kind === 'person' || block.isDecoration) return [];
  return languages
    .filter((language) => (block.alt[language] ?? '') === '')
    .map((language) => stop('picture_without_text', { blockId: block.id, language }));
}

interface Day {
  on: string;
  languages: readonly LetterLanguage[];
}

function contentWarnings(
  block: Extract<Block, { kind: 'content' }>,
  { contents }: Shelf,
  { on, languages }: Day,
): Warning[] {
  return languages.flatMap((language) => {
    const id = block.contentId[language];
    if (id === undefined) return [];
    const content = contents.get(id);
    if (!content) return [stop('content_gone', { blockId: block.id, language })];
    const where = { blockId: block.id, language, params: { title: content.title } };
    const state = stateOn({ ...content, isArchived: false }, on);
    if (state === 'over') return [stop('content_over', where)];
    return state === 'later' ? [stop('content_early', where)] : [];
  });
}

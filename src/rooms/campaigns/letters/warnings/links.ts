import type { Block, Letter } from '../../schema-letter.ts';
import type { Warning } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';
import { LETTER_LANGUAGES } from '../../types.ts';
import { hasForm, runsIn } from './said.ts';
import { stop } from './warn.ts';

const HOUSE_ONLY = /(^|\.)(localhost|local|internal|intranet|lan|home|test|invalid)$/i;
const IN_PUBLIC = /\.[a-z0-9-]{2,}$/i;
const MAILTO = /^mailto:[^\s@,?&]+@[^\s@,?&]+\.[^\s@,?&.]{2,}(\?.*)?$/i;

/** Whether somebody outside can follow it, as far as one sees without going there. */
export function leadsSomewhere(link: string): boolean {
  if (link === 'preferences' || link === 'view') return true;
  return link.toLowerCase().startsWith('mailto:') ? MAILTO.test(link) : isPublicPage(link);
}

function isPublicPage(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, username } = new URL(link);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return (
    isWeb && username === '' && IN_PUBLIC.test(hostname) && !HOUSE_ONLY.test(hostname) && !isAddressOfHouse(hostname)
  );
}

/** Numbers of networks that end at the door (RFC 1918, RFC 6890). */
const isAddressOfHouse = (hostname: string): boolean =>
  /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname);

export const linkWarnings = (letter: Letter): Warning[] =>
  LETTER_LANGUAGES.flatMap((language) => [
    ...runsIn(letter, language).flatMap(({ blockId, run }) =>
      run.kind === 'words' && run.link !== undefined ? broken(run.link, blockId, language) : [],
    ),
    ...letter.blocks.flatMap((block) => blockLinks(block, language)),
  ]);

function blockLinks(block: Block, language: LetterLanguage): Warning[] {
  if (block.kind === 'picture') return language === 'de' ? broken(block.link, block.id, language) : [];
  if (block.kind !== 'button' && block.kind !== 'role') return [];
  const link = block.link[language];
  const isMissing = block.kind === 'button' && hasForm(block, language, 'formal') && link === undefined;
  return isMissing
    ? [stop('broken_link', { blockId: block.id, language, params: { link: '–' } })]
    : broken(link, block.id, language);
}

const broken = (link: string | undefined, blockId: string | null, language: LetterLanguage): Warning[] =>
  link === undefined || leadsSomewhere(link) ? [] : [stop('broken_link', { blockId, language, params: { link } })];

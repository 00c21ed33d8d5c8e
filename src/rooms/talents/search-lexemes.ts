import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import { searchTokens } from './search-words.ts';

/** A text as it is searched: an own word may be found in its German and its English stem, folded, and by the parts of a compound. */
export type SearchText = readonly (string | null | undefined)[];

/** A tsvector holds one megabyte; a long CV says everything important before that. */
const LONGEST_TEXT = 100_000;
/** Longer runs of signs are no words; PostgreSQL would refuse them. */
const LONGEST_WORD = 500;
/** Places beyond this are all the same to PostgreSQL. */
const LAST_PLACE = 16_383;
const MOST_REMEMBERED = 50_000;

/**
 * What PostgreSQL's dictionaries make of a written word, ready to stand in a tsvector. Titles of vacancies, skills, places and employers
 * are a few thousand words that repeat for ever: each is asked for once.
 */
const lexemesOf = new Map<string, readonly string[]>();

const wordsOf = (text: SearchText): string[] =>
  text
    .filter(Boolean)
    .join(' ')
    .slice(0, LONGEST_TEXT)
    .split(/\s+/)
    .filter((word) => word !== '' && word.length <= LONGEST_WORD);

/**
 * The tsvectors of texts; at most one statement for any number.
 * @returns in the order of the texts
 */
export async function vectorsOf(db: Db, texts: readonly SearchText[]): Promise<string[]> {
  const inWords = texts.map(wordsOf);
  if (lexemesOf.size > MOST_REMEMBERED) lexemesOf.clear();
  await learn(
    db,
    [...new Set(inWords.flat())].filter((word) => !lexemesOf.has(word)),
  );
  return inWords.map(vectorOf);
}

async function learn(db: Db, words: string[]): Promise<void> {
  if (words.length === 0) return;
  const tokens = words.map(searchTokens);
  const { rows } = await sql<{ word: string; lexemes: string[] }>`
    select w.word, tsvector_to_array(to_tsvector('german', w.whole) || to_tsvector('english', w.whole) || to_tsvector('simple', w.folded)) as lexemes
    from unnest(${words}::text[], ${tokens.map(({ parts }, at) => `${words[at]} ${parts}`)}::text[], ${tokens.map(({ folded }) => folded)}::text[]) as w (word, whole, folded)`.execute(
    db,
  );
  for (const { word, lexemes } of rows) lexemesOf.set(word, lexemes.map(quoted));
}

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;

/** How often a word stands in a text counts when hits are ranked, so its places are kept. PostgreSQL joins the places of one lexeme. */
function vectorOf(words: string[]): string {
  let vector = '';
  let place = 0;
  for (const word of words) {
    place = Math.min(place + 1, LAST_PLACE);
    for (const lexeme of lexemesOf.get(word) ?? []) vector += `${lexeme}:${place} `;
  }
  return vector;
}

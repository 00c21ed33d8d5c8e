import type { Block, Letter, Line, RichText, Run } from '../../schema-letter.ts';
import type { LetterLanguage } from '../../types.ts';
import type { ContentKind } from '#rooms/content/types.ts';
import type { LetterWords } from './our-words.ts';
import type { Form, Piece } from './pieces.ts';
import { fixed, hasWords, linkPiece, pieceOf } from './pieces.ts';

export interface ReadyRun {
  pieces: Piece[];
  isBold: boolean;
  isItalic: boolean;
  link: Piece | undefined;
}
/** `break` ends a line inside a paragraph. */
export type ReadyRuns = (ReadyRun | 'break')[];
export type ReadyParagraph =
  | { kind: 'paragraph'; runs: ReadyRuns }
  | { kind: 'bullets' | 'numbers'; items: ReadyRuns[] };

/** A picture as it is shown to everybody. */
export interface LetterPicture {
  url: string;
  width: number;
  height: number;
}

/** Something of the content library, as letters tell it. */
export interface LetterContent {
  kind: ContentKind;
  title: string;
  summary: string;
  link: string | null;
  /** When an event takes place, else from when on it may be told; `YYYY-MM-DD`. */
  onDate: string | null;
  usableUntil: string | null;
}

export interface Shelf {
  contents: ReadonlyMap<string, LetterContent>;
  pictures: ReadonlyMap<string, LetterPicture>;
}

interface Action {
  words: Piece[];
  link: Piece;
}

type Body =
  | { kind: 'heading'; words: Piece[] }
  | { kind: 'text'; words: ReadyParagraph[] }
  | { kind: 'picture'; picture: LetterPicture; alt: string; link: Piece | undefined }
  | { kind: 'button'; action: Action }
  | { kind: 'item'; title: Piece[]; facts: string; words: ReadyParagraph[]; action: Action | undefined }
  | { kind: 'person'; name: string; role: string; picture: LetterPicture | undefined; words: ReadyParagraph[] }
  | { kind: 'divider' };

/** A block in one language and form, with everything it names in it. */
export type ReadyBlock = Body & { id: string; eyebrow: string };

export interface Wording {
  language: LetterLanguage;
  form: Form;
  /** Our own words, for links that nobody named. */
  words: LetterWords;
  /** A date as the language writes it. */
  day: (date: string) => string;
}

/** Blocks in their order; what has no words in the language is left out. */
export const readyBlocks = (letter: Letter, wording: Wording, shelf: Shelf): ReadyBlock[] =>
  letter.blocks.flatMap((block) => {
    const body = bodyOf(block, wording, shelf);
    return body ? [{ ...body, id: block.id, eyebrow: block.eyebrow?.[wording.language] ?? '' }] : [];
  });

type BodyOf<K extends Block['kind']> = (block: Of<K>, wording: Wording, shelf: Shelf) => Body | undefined;

const BODIES: { [K in Block['kind']]: BodyOf<K> } = {
  heading: headingOf,
  text: textOf,
  picture: pictureOf,
  button: buttonOf,
  content: contentOf,
  person: personOf,
  role: roleOf,
  divider: () => ({ kind: 'divider' }),
};

/** Undefined when the block has nothing to say in this language. */
const bodyOf = <K extends Block['kind']>(block: { [P in K]: Of<P> }[K], wording: Wording, shelf: Shelf) =>
  BODIES[block.kind](block, wording, shelf);

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
interface InForms<T> {
  formal: T;
  informal?: T | undefined;
}

/** Words in the form of the reader, or in the one that is written. */
export function inForm<T>(words: InForms<T> | undefined, form: Form): { words: T; form: Form } | undefined {
  if (words === undefined) return undefined;
  return form === 'informal' && words.informal !== undefined
    ? { words: words.informal, form }
    : { words: words.formal, form: 'formal' };
}

export function lineIn(words: InForms<Line> | undefined, form: Form): Piece[] | undefined {
  const chosen = inForm(words, form);
  const pieces = chosen?.words.map((run) => pieceOf(run, chosen.form)) ?? [];
  return hasWords(pieces) ? pieces : undefined;
}

export function richIn(words: InForms<RichText> | undefined, form: Form): ReadyParagraph[] {
  const chosen = inForm(words, form);
  if (!chosen) return [];
  const ready = (runs: readonly Run[]) => runsOf(runs, chosen.form);
  return chosen.words
    .map((part): ReadyParagraph =>
      part.kind === 'paragraph'
        ? { kind: 'paragraph', runs: ready(part.runs) }
        : { kind: part.kind, items: part.items.map(ready).filter((runs) => runs.length > 0) },
    )
    .filter((part) => (part.kind === 'paragraph' ? part.runs.length > 0 : part.items.length > 0));
}

/** Empty when nothing would be seen. */
function runsOf(runs: readonly Run[], form: Form): ReadyRuns {
  const ready = runs.map((run): ReadyRun | 'break' =>
    run.kind === 'break'
      ? 'break'
      : {
          pieces: [pieceOf(run, form)],
          isBold: run.kind === 'words' && run.bold === true,
          isItalic: run.kind === 'words' && run.italic === true,
          link: run.kind === 'words' && run.link !== undefined ? linkPiece(run.link) : undefined,
        },
  );
  return ready.some((run) => run !== 'break' && hasWords(run.pieces)) ? ready : [];
}

/** The library's words and short texts have no form and no runs of their own. */
const plainParagraph = (words: string): ReadyParagraph[] =>
  words.trim() === ''
    ? []
    : [
        {
          kind: 'paragraph',
          runs: [{ pieces: [fixed(words)], isBold: false, isItalic: false, link: undefined }],
        },
      ];

function headingOf({ words }: Of<'heading'>, { language, form }: Wording): Body | undefined {
  const line = lineIn(words[language], form);
  return line && { kind: 'heading', words: line };
}

function textOf({ words }: Of<'text'>, { language, form }: Wording): Body | undefined {
  const rich = richIn(words[language], form);
  return rich.length > 0 ? { kind: 'text', words: rich } : undefined;
}

function pictureOf(block: Of<'picture'>, { language }: Wording, { pictures }: Shelf): Body | undefined {
  const picture = block.pictureId === null ? undefined : pictures.get(block.pictureId);
  const alt = block.isDecoration ? '' : (block.alt[language] ?? '');
  // A picture is in no language; its words are. Without them it is still shown, and the warnings say so.
  return (
    picture && { kind: 'picture', picture, alt, link: block.link === undefined ? undefined : linkPiece(block.link) }
  );
}

function actionOf(words: Piece[] | undefined, link: string | null | undefined): Action | undefined {
  if (words === undefined || link === undefined || link === null || link === '') return undefined;
  return { words, link: linkPiece(link) };
}

function buttonOf({ words, link }: Of<'button'>, { language, form }: Wording): Body | undefined {
  const action = actionOf(lineIn(words[language], form), link[language]);
  return action && { kind: 'button', action };
}

function contentOf(block: Of<'content'>, { language, words, day }: Wording, { contents }: Shelf): Body | undefined {
  const content = contents.get(block.contentId[language] ?? '');
  const own = ownWords(block, language);
  const title = firstOf(own.title, content?.title);
  if (title === '') return undefined;
  const called = firstOf(own.action, content && words(`action.${content.kind}`));
  return {
    kind: 'item',
    title: [fixed(title)],
    facts: dayOf(content, day),
    words: plainParagraph(firstOf(own.summary, content?.summary)),
    action: actionOf([fixed(called)], content?.link),
  };
}

const ownWords = ({ title, summary, action }: Of<'content'>, language: LetterLanguage) => ({
  title: title?.[language],
  summary: summary?.[language],
  action: action?.[language],
});

const dayOf = (content: LetterContent | undefined, day: Wording['day']): string =>
  content?.kind === 'event' && content.onDate !== null ? day(content.onDate) : '';

/** What somebody wrote comes before what the library says. */
const firstOf = (...words: (string | undefined)[]): string =>
  words.find((one) => one !== undefined && one !== '') ?? '';

function personOf(block: Of<'person'>, { language, form }: Wording, { pictures }: Shelf): Body | undefined {
  const words = richIn(block.words[language], form);
  if (block.name === '' || words.length === 0) return undefined;
  const picture = block.pictureId === null ? undefined : pictures.get(block.pictureId);
  return { kind: 'person', name: block.name, role: block.role[language] ?? '', picture, words };
}

function roleOf(block: Of<'role'>, { language, form, words }: Wording): Body | undefined {
  const title = block.title[language] ?? '';
  if (title === '') return undefined;
  return {
    kind: 'item',
    title: [fixed(title)],
    facts: [block.place[language] ?? '', block.workload].filter((fact) => fact !== '').join(' · '),
    words: richIn(block.words[language], form),
    action: actionOf([fixed(words('open_role'))], block.link[language]),
  };
}

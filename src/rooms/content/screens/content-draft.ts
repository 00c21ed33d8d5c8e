import type { ContentItem, NewContent } from '../schema.ts';
import type { ContentKind, ContentLanguage } from '../types.ts';
import { MOST_KEYWORDS } from '../types.ts';

export interface ContentDraft {
  kind: ContentKind;
  title: string;
  summary: string;
  link: string;
  language: ContentLanguage;
  topicIds: string[];
  /** Separated by commas. */
  keywords: string;
  onDate: string;
  usableUntil: string;
}

export const emptyDraft = (language: ContentLanguage): ContentDraft => ({
  kind: 'article',
  title: '',
  summary: '',
  link: '',
  language,
  topicIds: [],
  keywords: '',
  onDate: '',
  usableUntil: '',
});

export const draftOf = (item: ContentItem): ContentDraft => ({
  kind: item.kind,
  title: item.title,
  summary: item.summary,
  link: item.link ?? '',
  language: item.language,
  topicIds: item.topicIds,
  keywords: item.keywords.join(', '),
  onDate: item.onDate ?? '',
  usableUntil: item.usableUntil ?? '',
});

export const contentOf = (draft: ContentDraft): NewContent => ({
  kind: draft.kind,
  title: draft.title.trim(),
  summary: draft.summary.trim(),
  link: linkOf(draft.link),
  language: draft.language,
  topicIds: draft.topicIds,
  keywords: wordsOf(draft.keywords),
  onDate: draft.onDate || null,
  usableUntil: draft.usableUntil || null,
});

const wordsOf = (words: string): string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .slice(0, MOST_KEYWORDS);

/** "kellermatt.ch/labor" is meant as an address on the web. */
function linkOf(link: string): string | null {
  const text = link.trim();
  if (text === '') return null;
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}

export type Mistake = 'title' | 'link' | 'day' | 'dates';

/** What is missing or does not fit, by field. */
export const mistakesIn = (draft: ContentDraft): Mistake[] => MISTAKES.filter((mistake) => HAS[mistake](draft));

const MISTAKES = ['title', 'link', 'day', 'dates'] as const;

const HAS: Record<Mistake, (draft: ContentDraft) => boolean> = {
  title: ({ title }) => title.trim() === '',
  link: ({ link }) => !isWebLink(linkOf(link)),
  day: ({ kind, onDate }) => kind === 'event' && onDate === '',
  dates: ({ kind, onDate, usableUntil }) => kind !== 'event' && usableUntil !== '' && usableUntil < onDate,
};

function isWebLink(link: string | null): boolean {
  if (link === null) return true;
  const { protocol, hostname } = URL.parse(link) ?? {};
  return (protocol === 'https:' || protocol === 'http:') && (hostname ?? '').includes('.');
}

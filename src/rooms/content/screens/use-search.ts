import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ContentKind, ContentLanguage } from '../types.ts';

export interface ContentsSearch {
  act?: 'add';
  open?: string;
  kind?: ContentKind;
  topic?: string;
  language?: ContentLanguage;
  state?: 'all' | 'archived';
  q?: string;
}

/** What the address asks for, and a way to change it; reload and back show the same list. */
export function useContentsSearch(): [ContentsSearch, (change: ContentsSearch) => void] {
  const navigate = useNavigate();
  const search: ContentsSearch = useSearch({ strict: false });
  const change = (next: ContentsSearch) =>
    void navigate({ to: '/contents', search: { ...search, ...next }, replace: !('open' in next || 'act' in next) });
  return [search, change];
}

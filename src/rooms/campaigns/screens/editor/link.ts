import { letterLink } from '../../schema-letter.ts';

/** What somebody typed as a link of ours: a bare address gets what belongs before it. Undefined: it leads nowhere. */
export function linkOf(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  return candidatesOf(text).find((link) => letterLink.safeParse(link).success);
}

function candidatesOf(text: string): string[] {
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return [`mailto:${text}`];
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+\.[^/:]+:\d/.test(text)) return [text];
  return /^[^\s/]+\.[^\s/]{2,}/.test(text) ? [`https://${text}`] : [];
}

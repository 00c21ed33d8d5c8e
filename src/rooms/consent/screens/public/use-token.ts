import { useLocation } from '@tanstack/react-router';

const WHOLE = { confirm: /^[\w-]{32}$/u, preferences: /^[\w-]{43}$/u };

/**
 * What stands behind # in the address: no server and no log ever sees it on the way.
 * @returns undefined when a piece of it was lost
 */
export function useToken(page: keyof typeof WHOLE): string | undefined {
  const token = useLocation({ select: ({ hash }) => hash.replace(/^#/u, '') });
  return WHOLE[page].test(token) ? token : undefined;
}

import type { ContactAnswer } from '#rooms/consent/index.ts';

/** The first reason against it; sentences are the consent room's. */
export function refusalIn({
  isAllowed,
  reasons,
}: ContactAnswer): Pick<ContactAnswer['reasons'][number], 'code' | 'params'> | null {
  if (isAllowed) return null;
  const { code, params } = reasons.find(({ effect }) => effect === 'refuses') ?? { code: 'never_asked', params: {} };
  return { code, params };
}

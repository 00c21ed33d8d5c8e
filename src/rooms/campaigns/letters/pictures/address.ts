import type { Ctx } from '#ground/context.ts';

/** The same for every reader: who fetches it says nothing about who reads. */
export const pictureUrl = ({ baseUrl }: Pick<Ctx, 'baseUrl'>, pictureId: string): string =>
  `${baseUrl}/api/v1/letter-pictures/${pictureId}`;

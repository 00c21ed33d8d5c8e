import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import type { ApiProblem } from '#ground/http/client.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { previewAdding } from '../../contract.ts';

/** Who would be added and who not, before anything is written. */
export const useAddPreview = (poolId: string, selection: { ids: string[] } | { segmentId: string } | undefined) =>
  useQuery<ClientAnswer<typeof previewAdding>, ApiProblem>({
    queryKey: ['/pools/preview', poolId, selection ?? null],
    queryFn: ({ signal }) =>
      call(previewAdding, { params: { poolId }, body: { selection: selection ?? { ids: [] } } }, { signal }),
    enabled: selection !== undefined,
    placeholderData: selection === undefined ? undefined : keepPreviousData,
    retry: false,
  });

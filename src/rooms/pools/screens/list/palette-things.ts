import { call } from '#ground/http/client.ts';
import type { PaletteThing } from '#ground/ui/room-web.ts';
import { listPools } from '../../contract-pools.ts';

/** The pools that the member may enter. */
export async function listPaletteThings(_query: string, signal: AbortSignal): Promise<PaletteThing[]> {
  const { items } = await call(listPools, { query: {} }, { signal });
  return items
    .filter(({ isOpen }) => isOpen)
    .map(({ id, name }) => ({ id, name, kindKey: 'palette.kind', to: `/pools/${id}` }));
}

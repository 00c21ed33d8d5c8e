import { call } from '#ground/http/client.ts';
import type { PaletteThing } from '#ground/ui/room-web.ts';
import { listDemands } from '../contract.ts';

/** As many as one page of the list holds at most. */
const MOST = 100;

/** The newest planned roles and vacancies. */
export async function listPaletteThings(_query: string, signal: AbortSignal): Promise<PaletteThing[]> {
  const { items } = await call(listDemands, { query: { limit: MOST } }, { signal });
  return items.map(({ id, title }) => ({ id, name: title, kindKey: 'palette.kind', to: `/demands/${id}` }));
}

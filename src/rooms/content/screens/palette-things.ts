import { call } from '#ground/http/client.ts';
import type { PaletteThing } from '#ground/ui/room-web.ts';
import { listContents } from '../contract.ts';

/** What the library has under this title, what is over included. */
export async function listPaletteThings(search: string, signal: AbortSignal): Promise<PaletteThing[]> {
  const { items } = await call(listContents, { query: { search, state: 'all' } }, { signal });
  return items.map(({ id, title, kind }) => ({
    id,
    name: title,
    kindKey: `kind.${kind}`,
    to: '/contents',
    search: { open: id },
  }));
}

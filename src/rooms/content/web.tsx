import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';
import { CONTENT_KINDS, CONTENT_LANGUAGES } from './types.ts';

const search = z.object({
  act: z.enum(['add']).optional().catch(undefined),
  open: z.uuid().optional().catch(undefined),
  kind: z.enum(CONTENT_KINDS).optional().catch(undefined),
  topic: z.uuid().optional().catch(undefined),
  language: z.enum(CONTENT_LANGUAGES).optional().catch(undefined),
  state: z.enum(['all', 'archived']).optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
});

export const contentWeb: RoomWeb = {
  room: 'content',
  nav: { group: 'relations', to: '/contents', labelKey: 'nav', order: 20, permission: 'content.read' },
  paletteThings: {
    permission: 'content.read',
    isSearched: true,
    list: async (query, signal) => (await import('./screens/palette-things.ts')).listPaletteThings(query, signal),
  },
  paletteActions: [
    {
      id: 'content.add',
      labelKey: 'palette.add',
      to: '/contents',
      search: { act: 'add' },
      keys: ['a'],
      permission: 'content.write',
    },
  ],
  routes: (shell: AnyRoute) => [
    createRoute({
      getParentRoute: () => shell,
      path: '/contents',
      validateSearch: search,
      component: lazyRouteComponent(() => import('./screens/ContentsPage.tsx'), 'ContentsPage'),
    }),
  ],
};

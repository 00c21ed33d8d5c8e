import { type AnyRoute, createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';

export { provideSkillSuggestions } from './screens/skill-suggestions.ts';

/** The page of one demand. It takes a part of another room, the known people, which the shell hands in. */
export const DemandSheet = lazy(async () => ({ default: (await import('./screens/DemandPage.tsx')).DemandPage }));

/** Where a demand's page stands; the shell says which page, because it combines two rooms. */
export const demandRoute = (parent: AnyRoute, component: RouteComponent): AnyRoute =>
  createRoute({
    getParentRoute: () => parent,
    path: '/demands/$demandId',
    validateSearch: z.object({ act: z.enum(['edit']).optional().catch(undefined) }).loose(),
    component,
  });

export const demandWeb: RoomWeb = {
  room: 'demand',
  nav: { group: 'daily', to: '/demands', labelKey: 'nav', order: 40, permission: 'demand.read' },
  paletteThings: {
    permission: 'demand.read',
    isSearched: false,
    list: async (query, signal) => (await import('./screens/palette-things.ts')).listPaletteThings(query, signal),
  },
  paletteActions: [
    {
      id: 'demand.plan',
      labelKey: 'palette.plan',
      to: '/demands',
      search: { act: 'plan' },
      permission: 'demand.write',
    },
  ],
  routes: (shell: AnyRoute) => [
    createRoute({
      getParentRoute: () => shell,
      path: '/demands',
      validateSearch: z.object({
        act: z.enum(['plan']).optional().catch(undefined),
        state: z.enum(['open', 'filled', 'closed']).optional().catch(undefined),
      }),
      component: lazyRouteComponent(() => import('./screens/DemandsPage.tsx'), 'DemandsPage'),
    }),
  ],
};

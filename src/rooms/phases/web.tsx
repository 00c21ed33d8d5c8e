import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';

/** The phase as a drawn line and words, for below the company's name. */
export const CompanyPhase = lazy(async () => ({
  default: (await import('./screens/CompanyPhase.tsx')).CompanyPhase,
}));

export const phasesWeb: RoomWeb = {
  room: 'phases',
  nav: { group: 'ground', to: '/phase', labelKey: 'nav', order: 70, permission: 'phases.read' },
  paletteActions: [
    {
      id: 'phases.switch',
      labelKey: 'palette.switch',
      to: '/phase',
      search: { act: 'switch' },
      permission: 'phases.switch',
    },
  ],
  routes: (shell: AnyRoute) => [
    createRoute({
      getParentRoute: () => shell,
      path: '/phase',
      validateSearch: z.object({ act: z.enum(['switch']).optional().catch(undefined) }),
      component: lazyRouteComponent(() => import('./screens/PhasePage.tsx'), 'PhasePage'),
    }),
  ],
};

import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';

const act = z.enum(['periods', 'text', 'assessment']).optional().catch(undefined);

export const consentWeb: RoomWeb = {
  room: 'consent',
  nav: { group: 'ground', to: '/consent', labelKey: 'nav', order: 60, permission: 'consent.read' },
  paletteActions: [
    {
      id: 'consent.periods',
      labelKey: 'palette.periods',
      to: '/consent',
      search: { act: 'periods' },
      permission: 'consent.manage_settings',
    },
    {
      id: 'consent.text',
      labelKey: 'palette.text',
      to: '/consent',
      search: { act: 'text' },
      permission: 'consent.write',
    },
    {
      id: 'consent.assessment',
      labelKey: 'palette.assessment',
      to: '/consent',
      search: { act: 'assessment' },
      permission: 'consent.write',
    },
  ],
  routes: (shell: AnyRoute) => [
    createRoute({
      getParentRoute: () => shell,
      path: '/consent',
      validateSearch: z.object({ act }),
      component: lazyRouteComponent(() => import('./screens/ConsentPage.tsx'), 'ConsentPage'),
    }),
  ],
};

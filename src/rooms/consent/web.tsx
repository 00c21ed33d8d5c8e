import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';

const act = z.enum(['periods', 'text', 'assessment', 'topic', 'form', 'limits']).optional().catch(undefined);

/** Whether a personal mail may go now, for the talent's page. */
export const PermissionPanel = lazy(async () => ({
  default: (await import('./screens/permission/PermissionPanel.tsx')).PermissionPanel,
}));

/** The topics that people can choose, in the reader's language. */
export { useTopics } from './screens/use-topics.ts';

/** The sentence of a reason with its facts. */
export { ReasonWords } from './screens/permission/ReasonWords.tsx';

/** Only when something is wrong with the installation: it may be a copy, or its clock jumped. Sentence and button. */
export const HouseAlarm = lazy(async () => ({ default: (await import('./screens/HousePart.tsx')).HousePart }));

const permissionAct = z.enum(['ask', 'note', 'silence', 'objection', 'withdraw', 'inform']).optional().catch(undefined);

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
  bareRoutes: (root: AnyRoute) => [
    createRoute({
      getParentRoute: () => root,
      path: '/confirm',
      component: lazyRouteComponent(() => import('./screens/public/ConfirmPage.tsx'), 'ConfirmPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/join/$slug',
      component: lazyRouteComponent(() => import('./screens/public/JoinPage.tsx'), 'JoinPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/preferences',
      component: lazyRouteComponent(() => import('./screens/public/PreferencesPage.tsx'), 'PreferencesPage'),
    }),
  ],
  routes: (shell: AnyRoute) => [
    createRoute({
      getParentRoute: () => shell,
      path: '/consent',
      validateSearch: z.object({ act }),
      component: lazyRouteComponent(() => import('./screens/ConsentPage.tsx'), 'ConsentPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/talents/$talentId/permission',
      validateSearch: z.object({ act: permissionAct }),
      component: lazyRouteComponent(() => import('./screens/permission/PermissionPage.tsx'), 'PermissionPage'),
    }),
  ],
};

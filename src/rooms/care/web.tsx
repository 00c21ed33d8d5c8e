import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';

/** How one person is cared for: what is next and why, plans, days that matter. For the talent's page. */
export const CarePanel = lazy(async () => ({
  default: (await import('./screens/person/CarePanel.tsx')).CarePanel,
}));

const adding = z.object({
  act: z.enum(['add']).optional().catch(undefined),
  pool: z.uuid().optional().catch(undefined),
  segment: z.uuid().optional().catch(undefined),
});

const today = (parent: AnyRoute): AnyRoute[] => [
  createRoute({
    getParentRoute: () => parent,
    path: '/today',
    component: lazyRouteComponent(() => import('./screens/today/TodayPage.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/today/queue',
    component: lazyRouteComponent(() => import('./screens/today/QueuePage.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/today/week',
    component: lazyRouteComponent(() => import('./screens/today/WeekPage.tsx'), 'WeekPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/today/settings',
    component: lazyRouteComponent(() => import('./screens/settings/TodaySettingsPage.tsx'), 'TodaySettingsPage'),
  }),
];

const care = (parent: AnyRoute): AnyRoute[] => [
  createRoute({
    getParentRoute: () => parent,
    path: '/care',
    validateSearch: adding,
    component: lazyRouteComponent(() => import('./screens/plans/PlansPage.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/care/plans/$planId',
    component: lazyRouteComponent(() => import('./screens/plans/PlanPage.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/care/year',
    validateSearch: z.object({ year: z.number().int().min(2000).max(2100).optional().catch(undefined) }),
    component: lazyRouteComponent(() => import('./screens/year/YearPage.tsx'), 'YearPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/care/sequences',
    validateSearch: adding,
    component: lazyRouteComponent(() => import('./screens/sequences/SequencesPage.tsx'), 'SequencesPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/care/sequences/$sequenceId',
    component: lazyRouteComponent(() => import('./screens/sequences/SequencePage.tsx'), 'SequencePage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/care/handovers',
    validateSearch: z.object({
      act: z.enum(['offer']).optional().catch(undefined),
      from: z.uuid().optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./screens/handover/HandoversPage.tsx'), 'HandoversPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/care/handovers/$handoverId',
    component: lazyRouteComponent(() => import('./screens/handover/HandoverPage.tsx'), 'HandoverPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/care/orphans',
    component: lazyRouteComponent(() => import('./screens/handover/OrphansPage.tsx'), 'OrphansPage'),
  }),
];

export const careWeb: RoomWeb = {
  room: 'care',
  nav: [
    { group: 'daily', to: '/today', labelKey: 'nav.today', order: 10, permission: 'care.read' },
    { group: 'relations', to: '/care', labelKey: 'nav.care', order: 10, permission: 'care.read' },
  ],
  routes: (shell) => [...today(shell), ...care(shell)],
  paletteActions: [
    {
      id: 'care.add_plan',
      labelKey: 'palette.plan',
      to: '/care',
      search: { act: 'add' },
      permission: 'care.manage_plans',
    },
    { id: 'care.year', labelKey: 'palette.year', to: '/care/year', permission: 'care.read' },
    {
      id: 'care.add_sequence',
      labelKey: 'palette.sequence',
      to: '/care/sequences',
      search: { act: 'add' },
      permission: 'care.manage_plans',
    },
    {
      id: 'care.hand_over',
      labelKey: 'palette.hand_over',
      to: '/care/handovers',
      search: { act: 'offer' },
      permission: 'care.hand_over',
    },
    { id: 'care.orphans', labelKey: 'palette.orphans', to: '/care/orphans', permission: 'care.read' },
    { id: 'care.settings', labelKey: 'palette.settings', to: '/today/settings', permission: 'care.read' },
  ],
};

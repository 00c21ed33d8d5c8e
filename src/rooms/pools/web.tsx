import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';

/** Pools with their reasons, and the segments that find somebody, for the talent's page. */
export const PoolsPanel = lazy(async () => ({
  default: (await import('./screens/people/PoolsPanel.tsx')).PoolsPanel,
}));

/** A rule that another room keeps: to write it, and to read it as a sentence. */
export const RuleField = lazy(async () => ({ default: (await import('./screens/rule/RuleField.tsx')).RuleField }));
export const RuleWords = lazy(async () => ({ default: (await import('./screens/rule/RuleField.tsx')).RuleWords }));

const act = z.enum(['add']).optional().catch(undefined);

const inside = (parent: AnyRoute): AnyRoute[] => [
  createRoute({
    getParentRoute: () => parent,
    path: '/pools',
    component: lazyRouteComponent(() => import('./screens/list/PoolsPage.tsx'), 'PoolsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/pools/new',
    component: lazyRouteComponent(() => import('./screens/pool/NewPoolPage.tsx'), 'NewPoolPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/pools/$poolId',
    validateSearch: z.object({ act }),
    component: lazyRouteComponent(() => import('./screens/pool/PoolPage.tsx'), 'PoolPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/pools/$poolId/health',
    component: lazyRouteComponent(() => import('./screens/clean-up/HealthPage.tsx'), 'HealthPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/pools/$poolId/settings',
    component: lazyRouteComponent(() => import('./screens/pool/SettingsPage.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/pools/clean-ups/$runId',
    component: lazyRouteComponent(() => import('./screens/clean-up/CleanUpPage.tsx'), 'CleanUpPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/pools/segments/new',
    component: lazyRouteComponent(() => import('./screens/segment/SegmentPage.tsx'), 'NewSegmentPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/pools/segments/$segmentId',
    component: lazyRouteComponent(() => import('./screens/segment/SegmentPage.tsx'), 'SegmentPage'),
  }),
];

export const poolsWeb: RoomWeb = {
  room: 'pools',
  nav: { group: 'daily', to: '/pools', labelKey: 'nav', order: 30, permission: 'pools.read' },
  routes: inside,
  paletteThings: {
    permission: 'pools.read',
    isSearched: false,
    list: async (query, signal) => (await import('./screens/list/palette-things.ts')).listPaletteThings(query, signal),
  },
  paletteActions: [
    { id: 'pools.new', labelKey: 'palette.new_pool', to: '/pools/new', keys: ['p'], permission: 'pools.write' },
    { id: 'pools.segment', labelKey: 'palette.new_segment', to: '/pools/segments/new', permission: 'pools.write' },
  ],
};

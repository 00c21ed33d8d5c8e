import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { RoomWeb } from '#ground/ui/room-web.ts';

/** Segments with their reasons, for the talent's page. */
export const ClassificationPanel = lazy(async () => ({
  default: (await import('./screens/classification/ClassificationPanel.tsx')).ClassificationPanel,
}));

const inside = (parent: AnyRoute): AnyRoute[] => [
  createRoute({
    getParentRoute: () => parent,
    path: '/inventory',
    component: lazyRouteComponent(() => import('./screens/start/InventoryPage.tsx'), 'InventoryPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/inventory/imports/$importId',
    component: lazyRouteComponent(() => import('./screens/importing/ImportPage.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/inventory/duplicates',
    component: lazyRouteComponent(() => import('./screens/duplicates/DuplicatesPage.tsx'), 'DuplicatesPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/inventory/held',
    component: lazyRouteComponent(() => import('./screens/held/HeldPage.tsx'), 'HeldPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/inventory/rules',
    component: lazyRouteComponent(() => import('./screens/rules/RulesPage.tsx'), 'RulesPage'),
  }),
];

const bare = (parent: AnyRoute): AnyRoute[] => [
  createRoute({
    getParentRoute: () => parent,
    path: '/invitation/$token',
    component: lazyRouteComponent(() => import('./screens/invitation/InvitationPage.tsx'), 'InvitationPage'),
  }),
];

export const inventoryWeb: RoomWeb = {
  room: 'inventory',
  nav: { group: 'ground', to: '/inventory', labelKey: 'nav', order: 10, permission: 'inventory.read' },
  routes: inside,
  bareRoutes: bare,
  paletteActions: [
    { id: 'inventory.drop', labelKey: 'palette.drop', to: '/inventory', permission: 'inventory.import' },
    {
      id: 'inventory.duplicates',
      labelKey: 'palette.duplicates',
      to: '/inventory/duplicates',
      permission: 'talents.merge',
    },
    { id: 'inventory.held', labelKey: 'palette.held', to: '/inventory/held', permission: 'inventory.import' },
    { id: 'inventory.rules', labelKey: 'palette.rules', to: '/inventory/rules', permission: 'inventory.read' },
  ],
};

import { type AnyRoute, createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { RoomWeb } from '#ground/ui/room-web.ts';

const Views = lazy(async () => ({ default: (await import('./screens/views/ViewsNav.tsx')).ViewsNav }));

/** The page about one person. It takes parts of other rooms, which the shell hands in. */
export const TalentProfilePage = lazy(async () => ({
  default: (await import('./screens/profile/TalentProfilePage.tsx')).TalentProfilePage,
}));

/** Where a person's page stands; the shell says which page, because it combines several rooms. */
export const talentRoute = (parent: AnyRoute, component: RouteComponent): AnyRoute =>
  createRoute({ getParentRoute: () => parent, path: '/talents/$talentId', component });

const inside = (parent: AnyRoute): AnyRoute[] => [
  createRoute({
    getParentRoute: () => parent,
    path: '/talents',
    component: lazyRouteComponent(() => import('./screens/list/TalentsPage.tsx'), 'TalentsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/talents/bin',
    component: lazyRouteComponent(() => import('./screens/bin/BinPage.tsx'), 'BinPage'),
  }),
];

function NavSection() {
  return (
    <Suspense fallback={null}>
      <Views />
    </Suspense>
  );
}

export const talentsWeb: RoomWeb = {
  room: 'talents',
  nav: { group: 'daily', to: '/talents', labelKey: 'nav', order: 20, permission: 'talents.read' },
  routes: inside,
  NavSection,
  paletteActions: [
    {
      id: 'talents.add',
      labelKey: 'palette.add',
      to: '/talents',
      search: { act: 'add' },
      keys: ['a'],
      permission: 'talents.write',
    },
    { id: 'talents.bin', labelKey: 'palette.bin', to: '/talents/bin', permission: 'talents.delete' },
  ],
};

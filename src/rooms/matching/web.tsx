import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { RoomWeb } from '#ground/ui/room-web.ts';

/** The known people for one demand; stands on the demand's page. */
export const Matches = lazy(async () => ({ default: (await import('./screens/Matches.tsx')).Matches }));

/** What counts, what does not, who is not shown, what is missing. */
export const MatchAside = lazy(async () => ({ default: (await import('./screens/MatchAside.tsx')).MatchAside }));

/** What a person's own words show, and which demands may fit; stands on the person's page. */
export const FindingsPanel = lazy(async () => ({
  default: (await import('./screens/FindingsPanel.tsx')).FindingsPanel,
}));

export const matchingWeb: RoomWeb = {
  room: 'matching',
  nav: { group: 'ground', to: '/matching', labelKey: 'nav', order: 70, permission: 'matching.read' },
  routes: (shell: AnyRoute) => [
    createRoute({
      getParentRoute: () => shell,
      path: '/matching',
      component: lazyRouteComponent(() => import('./screens/MatchingPage.tsx'), 'MatchingPage'),
    }),
  ],
};

import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { call } from '#ground/http/client.ts';
import type { RoomWeb } from '#ground/ui/room-web.ts';
import { provideSkillSuggestions } from '#rooms/demand/web.tsx';
import { suggestConcepts } from './contract-matches.ts';

// The form of a demand stands above the directory in the house, and asks through its door.
provideSkillSuggestions(
  async (q, signal) => (await call(suggestConcepts, { query: { q, kind: 'skill' } }, { signal })).items,
);

/** The known people for one demand; stands on the demand's page. */
export const Matches = lazy(async () => ({ default: (await import('./screens/Matches.tsx')).Matches }));

/** What counts, what does not, who is not shown, what is missing. */
export const MatchAside = lazy(async () => ({ default: (await import('./screens/MatchAside.tsx')).MatchAside }));

/** Who was here or nearly taken in this family of roles; stands in the gate of the demand. */
export const GateRecall = lazy(async () => ({ default: (await import('./screens/GateRecall.tsx')).GateRecall }));

/** Who fits an open demand since something changed; a part of Today, nothing where nobody does. */
export const MatchAlerts = lazy(async () => ({ default: (await import('./screens/MatchAlerts.tsx')).MatchAlerts }));

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

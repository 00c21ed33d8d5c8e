import type { QueryClient } from '@tanstack/react-query';
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { demandRoute } from '#rooms/demand/web.tsx';
import { talentRoute } from '#rooms/talents/web.tsx';
import { rooms } from './rooms.ts';
import { sessionRead, setupRead } from './session-read.ts';
import { LostPage } from './shell/LostPage.tsx';
import { navOf } from './shell/navigation.ts';
import { NoRoomPage } from './shell/NoRoomPage.tsx';
import { Shell } from './shell/Shell.tsx';
import { FailurePage } from './shell/FailurePage.tsx';

interface RouterContext {
  queries: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: LostPage });

/** Everything inside needs a signed-in member; without one the way leads to the sign-in and back. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context: { queries }, location }) => {
    const session = await queries.ensureQueryData(sessionRead);
    if (session) return;
    const { needed } = await queries.fetchQuery(setupRead);
    if (needed) throw redirect({ to: '/setup' });
    throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ context: { queries } }) => {
    const permissions = queries.getQueryData(sessionRead.queryKey)?.permissions ?? [];
    const first = navOf(rooms, permissions)[0];
    if (first) throw redirect({ to: first.to });
  },
  component: NoRoomPage,
});

const lost = createRoute({ getParentRoute: () => shell, path: '$', component: LostPage });

const parts = createRoute({
  getParentRoute: () => root,
  path: '/dev/ui',
  component: lazyRouteComponent(() => import('./dev/PartsPage.tsx'), 'PartsPage'),
});

const mayShowParts = () =>
  import.meta.env.DEV || document.querySelector('meta[name="wiedersehen-parts"]')?.getAttribute('content') === 'shown';

/** Combines screens of several rooms, so it stands here and not in a room. */
const talent = talentRoute(
  shell,
  lazyRouteComponent(() => import('./pages/TalentPage.tsx'), 'TalentPage'),
);

const demand = demandRoute(
  shell,
  lazyRouteComponent(() => import('./pages/DemandPage.tsx'), 'DemandPage'),
);

export function makeRouter(queries: QueryClient) {
  const inside: AnyRoute[] = [home, lost, talent, demand, ...rooms.flatMap((room) => room.routes(shell))];
  const bare: AnyRoute[] = rooms.flatMap((room) => room.bareRoutes?.(root) ?? []);
  return createRouter({
    routeTree: root.addChildren([shell.addChildren(inside), ...bare, ...(mayShowParts() ? [parts] : [])]),
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingComponent: SkeletonPage,
    defaultErrorComponent: FailurePage,
    defaultNotFoundComponent: LostPage,
    scrollRestoration: true,
  });
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';

const signInSearch = z.object({ next: z.string().optional().catch(undefined) });

/** All that the shell knows of this room: the sheets before sign-in, the team, the own account. */
export const accountsWeb: RoomWeb = {
  room: 'accounts',
  nav: { group: 'ground', to: '/team', labelKey: 'nav.team', order: 90, permission: 'accounts.read_team' },
  mePages: [{ to: '/account', labelKey: 'nav.account' }],
  paletteActions: [
    {
      id: 'accounts.invite',
      labelKey: 'team.invite_to',
      to: '/team',
      search: { invite: true },
      permission: 'accounts.manage_team',
    },
  ],
  routes: (shell) => [
    createRoute({
      getParentRoute: () => shell,
      path: '/team',
      validateSearch: z.object({ invite: z.boolean().optional().catch(undefined) }),
      component: lazyRouteComponent(() => import('./screens/TeamPage.tsx'), 'TeamPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/account',
      component: lazyRouteComponent(() => import('./screens/AccountPage.tsx'), 'AccountPage'),
    }),
  ],
  bareRoutes: (root) => [
    createRoute({
      getParentRoute: () => root,
      path: '/setup',
      component: lazyRouteComponent(() => import('./screens/SetupPage.tsx'), 'SetupPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/sign-in',
      validateSearch: signInSearch,
      component: lazyRouteComponent(() => import('./screens/SignInPage.tsx'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/invitation',
      component: lazyRouteComponent(() => import('./screens/InvitationPage.tsx'), 'InvitationPage'),
    }),
  ],
};

import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { z } from 'zod';
import type { RoomWeb } from '#ground/ui/room-web.ts';
import { MERGE_FIELDS } from './types.ts';

/** The way to a letter from one person to another; stands on the talent's page. */
export const LetterPanel = lazy(async () => ({
  default: (await import('./screens/personal/LetterPanel.tsx')).LetterPanel,
}));

const SenderChoice = lazy(async () => ({
  default: (await import('./screens/sequences/SenderChoice.tsx')).SenderChoice,
}));
const SentLetters = lazy(async () => ({
  default: (await import('./screens/sequences/SentLetters.tsx')).SentLetters,
}));

const wanted = z.uuid().optional().catch(undefined);
const adding = z.enum(['add']).optional().catch(undefined);

const letters = (parent: AnyRoute): AnyRoute[] => [
  createRoute({
    getParentRoute: () => parent,
    path: '/campaigns',
    validateSearch: z.object({
      state: z.enum(['all', 'writing', 'under_way', 'over']).optional().catch(undefined),
      q: z.string().max(100).optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./screens/list/CampaignsPage.tsx'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/campaigns/new',
    validateSearch: z.object({
      pool: wanted,
      segment: wanted,
      template: z.string().max(60).optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./screens/list/NewCampaignPage.tsx'), 'NewCampaignPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/campaigns/$campaignId',
    component: lazyRouteComponent(() => import('./screens/editor/EditorPage.tsx'), 'EditorPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/campaigns/$campaignId/send',
    component: lazyRouteComponent(() => import('./screens/send/SendPage.tsx'), 'SendPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/campaigns/$campaignId/result',
    component: lazyRouteComponent(() => import('./screens/result/ResultPage.tsx'), 'ResultPage'),
  }),
];

const house = (parent: AnyRoute): AnyRoute[] => [
  createRoute({
    getParentRoute: () => parent,
    path: '/campaigns/senders',
    validateSearch: z.object({ act: adding, sender: wanted }),
    component: lazyRouteComponent(() => import('./screens/senders/SendersPage.tsx'), 'SendersPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/campaigns/brand',
    validateSearch: z.object({ act: adding, brand: wanted }),
    component: lazyRouteComponent(() => import('./screens/brand/BrandPage.tsx'), 'BrandPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/campaigns/settings',
    component: lazyRouteComponent(() => import('./screens/settings/SettingsPage.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/talents/$talentId/letter',
    validateSearch: z.object({ answers: wanted, from: z.enum(['today']).optional().catch(undefined) }),
    component: lazyRouteComponent(() => import('./screens/personal/PersonalLetterPage.tsx'), 'PersonalLetterPage'),
  }),
];

export const campaignsWeb: RoomWeb = {
  room: 'campaigns',
  nav: { group: 'relations', to: '/campaigns', labelKey: 'nav', order: 15, permission: 'campaigns.read' },
  routes: (shell) => [...letters(shell), ...house(shell)],
  sequenceLetters: { SenderChoice, SentLetters, mergeFields: MERGE_FIELDS },
  paletteThings: {
    permission: 'campaigns.read',
    isSearched: true,
    list: async (query, signal) => (await import('./screens/list/palette-things.ts')).listPaletteThings(query, signal),
  },
  paletteActions: [
    {
      id: 'campaigns.new',
      labelKey: 'palette.new_letter',
      to: '/campaigns/new',
      keys: ['b'],
      permission: 'campaigns.write',
    },
    { id: 'campaigns.senders', labelKey: 'palette.senders', to: '/campaigns/senders', permission: 'campaigns.read' },
    {
      id: 'campaigns.settings',
      labelKey: 'palette.settings',
      to: '/campaigns/settings',
      permission: 'campaigns.read',
    },
    { id: 'campaigns.brand', labelKey: 'palette.brand', to: '/campaigns/brand', permission: 'campaigns.read' },
  ],
};

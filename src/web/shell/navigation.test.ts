import { describe, expect, it } from 'vitest';
import type { RoomWeb } from '#ground/ui/room-web.ts';
import { navOf } from './navigation.ts';

const aRoom = (room: string, group: 'daily' | 'ground', permission?: string): RoomWeb => ({
  room,
  nav: { group, to: `/${room}`, labelKey: 'nav', order: 1, permission },
  routes: () => [],
});

describe('the navigation', () => {
  it('lists the rooms of every day before the ground', () => {
    const entries = navOf([aRoom('inventory', 'ground'), aRoom('talents', 'daily')], []);

    expect(entries.map(({ room }) => room)).toEqual(['talents', 'inventory']);
  });

  it('leaves out rooms that the member may not enter', () => {
    const rooms = [aRoom('team', 'ground', 'accounts.manage'), aRoom('talents', 'daily')];

    expect(navOf(rooms, ['talents.read']).map(({ room }) => room)).toEqual(['talents']);
    expect(navOf(rooms, ['accounts.manage'])).toHaveLength(2);
  });
});

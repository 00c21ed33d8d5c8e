import type { NavGroup, RoomNav, RoomWeb } from '#ground/ui/room-web.ts';

export interface NavEntry extends RoomNav {
  room: string;
}

export const NAV_GROUPS: readonly NavGroup[] = ['daily', 'relations', 'ground'];

/** All rooms a member may enter, in the order of the navigation. */
export function navOf(rooms: readonly RoomWeb[], permissions: readonly string[]): NavEntry[] {
  return rooms
    .flatMap(({ room, nav }) => [nav ?? []].flat().map((entry) => ({ ...entry, room })))
    .filter(({ permission }) => permission === undefined || permissions.includes(permission))
    .sort((a, b) => NAV_GROUPS.indexOf(a.group) - NAV_GROUPS.indexOf(b.group) || a.order - b.order);
}

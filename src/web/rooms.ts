import type { RoomWeb } from '#ground/ui/room-web.ts';

const DOORS = import.meta.glob<Record<string, unknown>>('../rooms/*/web.tsx', { eager: true });

const isRoomWeb = (value: unknown): value is RoomWeb =>
  typeof value === 'object' && value !== null && 'room' in value && 'routes' in value;

/** The web doors of all rooms that exist. A new room appears here by its `web.tsx` alone. */
export const rooms: readonly RoomWeb[] = Object.values(DOORS).flatMap((door) => Object.values(door).filter(isRoomWeb));

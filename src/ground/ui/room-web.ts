import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { SequenceLetters } from './sequence-letters.ts';

export type NavGroup = 'daily' | 'relations' | 'ground';

/** One word in the navigation. `labelKey` is looked up in the messages of the room that shows it. */
export interface RoomNav {
  group: NavGroup;
  to: string;
  labelKey: string;
  /** Place within the group, ascending. */
  order: number;
  /** Two letters for the folded navigation are taken from the label. Shown only to members with this permission. */
  permission?: string;
}

/** Something the palette can do from anywhere. It goes to an address; screens open what the address asks for. */
export interface PaletteAction {
  id: string;
  labelKey: string;
  to: string;
  search?: Record<string, unknown>;
  /** Key caps shown beside the words, for example `['A']`. */
  keys?: string[];
  permission?: string;
}

/** Something of a room that has a name and a page, such as a letter or a pool. */
export interface PaletteThing {
  id: string;
  name: string;
  /** What it is, in the messages of its room. */
  kindKey: string;
  to: string;
  search?: Record<string, unknown>;
}

/** What the palette finds by name in a room. */
export interface PaletteThings {
  permission: string;
  /** True: the server looks for the words. Otherwise all things come at once, and the palette looks through them. */
  isSearched: boolean;
  /** Load what reads them lazily. */
  list: (query: string, signal: AbortSignal) => Promise<PaletteThing[]>;
}

/** What a room's `web.tsx` exports as `<room>Web`: all that the browser shell knows about the room. */
export interface RoomWeb {
  /** Name of the room; also the namespace of its messages. */
  room: string;
  nav?: RoomNav | RoomNav[];
  /** Screens inside the shell, for signed-in members. `parent` is the shell's route. */
  routes: (parent: AnyRoute) => AnyRoute[];
  /** Screens on their own sheet without navigation: sign-in, set-up, public pages. */
  bareRoutes?: (parent: AnyRoute) => AnyRoute[];
  paletteActions?: PaletteAction[];
  paletteThings?: PaletteThings;
  /** A group of its own at the end of the navigation, such as the saved views. Load it lazily. */
  NavSection?: ComponentType;
  /** What waits in this room, as a section beside Today; nothing where nothing waits. Load it lazily. */
  TodaySection?: ComponentType;
  /** How steps of sequences are sent. At most one room does this; load the parts lazily. */
  sequenceLetters?: SequenceLetters;
  /** Pages about the member's own account, listed in the menu below the name. */
  mePages?: { to: string; labelKey: string }[];
}

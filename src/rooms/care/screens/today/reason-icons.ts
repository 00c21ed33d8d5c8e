import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCalendarHeart,
  IconClock,
  IconCoffee,
  IconHourglass,
  IconListCheck,
  IconMail,
  IconNews,
  IconTrendingDown,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReminderKind } from '../../types.ts';

export const REASON_ICONS: Record<ReminderKind, Icon> = {
  promise: IconClock,
  reply: IconMail,
  life_event: IconCalendarHeart,
  consent_ends: IconHourglass,
  hand_over: IconArrowsExchange,
  come_back: IconArrowBackUp,
  task: IconListCheck,
  cadence: IconCoffee,
  warmth: IconTrendingDown,
  content: IconNews,
};

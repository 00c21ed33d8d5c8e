import type { Icon as TablerIcon } from '@tabler/icons-react';

/** A quiet 16 px outline beside words. An icon that stands alone needs a label on its button. */
export function Icon({ of: Drawing, size = 16 }: { of: TablerIcon; size?: number }) {
  return <Drawing size={size} stroke={1.4} aria-hidden="true" />;
}

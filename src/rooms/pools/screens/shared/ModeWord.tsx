import { useMessages } from '#ground/i18n/use-messages.ts';
import { Mode } from '#ground/ui/Phase.tsx';
import type { Mode as PoolMode } from '../../types.ts';

const DRAWN = { volume: 'volumen', boutique: 'boutique' } as const;

export const ModeWord = ({ mode }: { mode: PoolMode }) => <Mode mode={DRAWN[mode]} />;

/** The word alone, for sentences. */
export function useModeWord(): (mode: PoolMode) => string {
  const t = useMessages('ui');
  return (mode) => t(`mode.${DRAWN[mode]}`);
}

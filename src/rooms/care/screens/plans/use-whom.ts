import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { listPools, listSegments } from '#rooms/pools/contract.ts';

export interface Whom {
  /** `pool:<id>` or `segment:<id>` */
  key: string;
  name: string;
  group: string;
  mode: 'volume' | 'boutique' | null;
}

/** Pools and segments that a plan or a sequence may be for. */
export function useWhom(): readonly Whom[] {
  const t = useMessages('care');
  const pools = useRead(listPools, {});
  const segments = useRead(listSegments, {});
  return [
    ...(pools.data?.items ?? [])
      .filter(({ isOpen }) => isOpen)
      .map(({ id, name, mode }) => ({ key: `pool:${id}`, name, mode, group: t(`for.pools_${mode}`) })),
    ...(segments.data?.items ?? []).map(({ id, name }) => ({
      key: `segment:${id}`,
      name,
      mode: null,
      group: t('for.segments'),
    })),
  ];
}

import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { listPools, listSegments } from '#rooms/pools/contract.ts';

/** Pools and segments that a letter may go to; people in a Boutique are written to one by one. */
export function useWhomChoices(): { value: string; label: string; group: string }[] {
  const t = useMessages('campaigns');
  const pools = useRead(listPools, {});
  const segments = useRead(listSegments, {});
  return [
    ...(pools.data?.items ?? [])
      .filter(({ isOpen, mode }) => isOpen && mode !== 'boutique')
      .map(({ id, name }) => ({ value: `pool:${id}`, label: name, group: t('list.form.pools') })),
    ...(segments.data?.items ?? []).map(({ id, name }) => ({
      value: `segment:${id}`,
      label: name,
      group: t('list.form.segments'),
    })),
  ];
}

import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';

/** Segments are open: what the message file does not know is shown as it is stored. */
export function useSegmentWord(): (segment: string) => string {
  const t = useMessages('talents');
  const has = useHasMessage();
  return (segment) => (has('talents', `segment.${segment}`) ? t(`segment.${segment}`) : segment);
}

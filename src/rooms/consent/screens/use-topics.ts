import { useRead } from '#ground/http/use-call.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { listTopics } from '../contract-settings.ts';

export interface TopicWord {
  id: string;
  name: string;
}

const NONE: readonly TopicWord[] = [];

/** The topics that people can choose, in the reader's language. */
export function useTopics(): readonly TopicWord[] {
  const language = useLanguage();
  const mayRead = useMay('content.read');
  const { data } = useRead(listTopics, {}, { enabled: mayRead });
  if (!data) return NONE;
  return data.items
    .filter(({ isRetired }) => !isRetired)
    .map(({ id, names }) => ({ id, name: language === 'en' ? names.en : names.de }));
}

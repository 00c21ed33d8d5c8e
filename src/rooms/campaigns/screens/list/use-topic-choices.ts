import { useRead } from '#ground/http/use-call.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { listTopics } from '#rooms/consent/contract-settings.ts';

/** The topics that people can choose, in the reader's language. */
export function useTopicChoices(): { value: string; label: string }[] {
  const language = useLanguage();
  const { data } = useRead(listTopics, {});
  return (data?.items ?? [])
    .filter(({ isRetired }) => !isRetired)
    .map(({ id, names }) => ({ value: id, label: language === 'en' ? names.en : names.de }));
}

import { useRead } from '#ground/http/use-call.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { listTopics } from '#rooms/consent/contract-settings.ts';

interface TopicChoices {
  choices: { value: string; label: string }[];
  /** A company that begins: known only when the list has come. */
  areNone: boolean;
}

/** The topics that people can choose, in the reader's language. */
export function useTopicChoices(): TopicChoices {
  const language = useLanguage();
  const { data } = useRead(listTopics, {});
  const choices = (data?.items ?? [])
    .filter(({ isRetired }) => !isRetired)
    .map(({ id, names }) => ({ value: id, label: language === 'en' ? names.en : names.de }));
  return { choices, areNone: data !== undefined && choices.length === 0 };
}

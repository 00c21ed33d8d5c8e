import type { NewCampaign } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';

export interface NewLetterDraft {
  name: string;
  topicId: string;
  /** `pool:<id>`, `segment:<id>`, or nothing yet. */
  whom: string;
  /** Nothing: an empty letter. */
  templateId: string;
  mainLanguage: LetterLanguage;
}

export function mistakesOf({ name, topicId }: NewLetterDraft) {
  return [
    ...(name.trim() === '' ? [{ fieldId: 'letter-name', code: 'name_missing' as const }] : []),
    ...(topicId === '' ? [{ fieldId: 'letter-topic', code: 'topic_missing' as const }] : []),
  ];
}

export function bodyOf({ name, topicId, whom, templateId, mainLanguage }: NewLetterDraft): NewCampaign {
  const [kind, id] = whom.split(':');
  return {
    name: name.trim(),
    topicId,
    mainLanguage,
    ...(kind === 'pool' ? { poolId: id } : {}),
    ...(kind === 'segment' ? { segmentId: id } : {}),
    ...(templateId === '' ? {} : { templateId }),
  };
}

import type { ContactQuestion } from '#rooms/consent/index.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';

/** The same to many, or by itself, needs a topic that was confirmed; a letter from one to one does not. */
export const questionOf = (
  { kind, topicId }: Pick<CampaignAtWork, 'kind' | 'topicId'>,
  talentId: string,
): ContactQuestion => ({
  talentId,
  channel: 'mail',
  purpose: kind === 'personal' ? 'personal' : 'newsletter',
  topicId: topicId ?? undefined,
});

import type { TalentPermission } from '../../person/schema.ts';

export interface WithdrawOption {
  key: string;
  kind: 'stay' | 'topic' | 'way';
  /** Purpose, topic or channel. */
  of: string;
  names?: { de: string; en: string } | undefined;
}

/** What a person can take back: what is allowed now, and staying as such. */
export function withdrawOptions({ purposes, lines }: TalentPermission): WithdrawOption[] {
  const stays = purposes.map((of): WithdrawOption => ({ key: `stay ${of}`, kind: 'stay', of }));
  const topics = lines
    .filter(({ topic, state }) => topic !== null && state === 'yes')
    .flatMap(({ topic }): WithdrawOption[] =>
      topic ? [{ key: `topic ${topic.id}`, kind: 'topic', of: topic.id, names: topic.names }] : [],
    );
  const ways = lines
    .filter(({ purpose, channel, state }) => purpose === 'personal' && state === 'yes' && isWay(channel))
    .map(({ channel }): WithdrawOption => ({ key: `way ${channel}`, kind: 'way', of: channel }));
  return [...topics, ...ways, ...stays];
}

const isWay = (channel: string) => ['mail', 'phone', 'post', 'messenger'].includes(channel);

/** As the request says it. */
export function choiceOf({ kind, of }: WithdrawOption) {
  if (kind === 'topic') return { purpose: 'newsletter' as const, topicId: of };
  if (kind === 'way') return { purpose: 'contact_channels' as const, channel: of as 'mail' };
  return { purpose: of as 'talent_pool' };
}

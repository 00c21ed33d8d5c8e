import { describe, expect, it } from 'vitest';
import type { TalentPermission } from '../../person/schema.ts';
import { choiceOf, withdrawOptions } from './withdraw-options.ts';

const TOPIC = { id: '0193570a-0000-7000-8000-00000000000a', names: { de: 'Technik', en: 'Technology' } };
type Line = TalentPermission['lines'][number];
const line = (given: Partial<Line>): Line => ({
  channel: 'mail',
  purpose: 'personal',
  topic: null,
  state: 'yes',
  reasons: [],
  ...given,
});
const permission: TalentPermission = {
  name: 'Ilse Brandt',
  lines: [
    line({}),
    line({ channel: 'phone', state: 'unknown' }),
    line({ channel: 'meeting' }),
    line({ purpose: 'newsletter', topic: TOPIC }),
    line({ purpose: 'newsletter', topic: { ...TOPIC, id: '0193570a-0000-7000-8000-00000000000b' }, state: 'no' }),
  ],
  silences: [],
  objections: [],
  duty: null,
  question: null,
  purposes: ['talent_pool'],
  canSendMail: true,
};

describe('what a person can take back', () => {
  it('is each topic and way that is allowed, and staying', () => {
    expect(withdrawOptions(permission).map(({ key }) => key)).toEqual([
      `topic ${TOPIC.id}`,
      'way mail',
      'stay talent_pool',
    ]);
  });

  it('is said by itself', () => {
    expect(withdrawOptions(permission).map(choiceOf)).toEqual([
      { purpose: 'newsletter', topicId: TOPIC.id },
      { purpose: 'contact_channels', channel: 'mail' },
      { purpose: 'talent_pool' },
    ]);
  });
});

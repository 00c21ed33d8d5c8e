import { describe, expect, it } from 'vitest';
import { bodyOf, mistakesOf, type NewLetterDraft } from './new-letter.ts';

const draft: NewLetterDraft = { name: ' Herbstbrief ', topicId: 'tech', whom: '', templateId: '', mainLanguage: 'de' };

describe('a new letter', () => {
  it('needs a name and a topic, and nothing else yet', () => {
    expect(mistakesOf(draft)).toEqual([]);
    expect(mistakesOf({ ...draft, name: '  ', topicId: '' }).map(({ code }) => code)).toEqual([
      'name_missing',
      'topic_missing',
    ]);
  });

  it('goes to a pool or to a segment, never to both', () => {
    expect(bodyOf({ ...draft, whom: 'pool:a' })).toMatchObject({ poolId: 'a' });
    expect(bodyOf({ ...draft, whom: 'segment:b' })).toEqual({
      name: 'Herbstbrief',
      topicId: 'tech',
      mainLanguage: 'de',
      segmentId: 'b',
    });
  });

  it('begins empty or with a template', () => {
    expect(bodyOf(draft)).not.toHaveProperty('templateId');
    expect(bodyOf({ ...draft, templateId: 'quarterly' })).toMatchObject({ templateId: 'quarterly' });
  });
});

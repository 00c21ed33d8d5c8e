import { describe, expect, it } from 'vitest';
import type { ContactState } from '../../schema-parts.ts';
import { drawnState, shownWays } from './contact-drawing.ts';

const aWay = (changes: Partial<ContactState> & { codes?: string[] } = {}): ContactState => {
  const { codes = [], ...rest } = changes;
  return {
    channel: 'phone',
    isAllowed: false,
    reasons: codes.map((code) => ({ code, effect: 'refuses' as const, params: {} })),
    ...rest,
  };
};

describe('how a way of contact is drawn', () => {
  it('is a yes when it is allowed', () => {
    expect(drawnState(aWay({ isAllowed: true }))).toBe('ja');
  });

  it('is open when nobody has asked', () => {
    expect(drawnState(aWay({ codes: ['never_asked'] }))).toBe('offen');
  });

  it('is a no when the person said so, whatever else is open', () => {
    expect(drawnState(aWay({ codes: ['never_asked', 'objection'] }))).toBe('nein');
  });

  it('is left out where there is no address for it', () => {
    expect(shownWays([aWay({ codes: ['no_phone'] }), aWay({ channel: 'mail', isAllowed: true })])).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { aheadOf, namedTouches } from './line-of.ts';

describe('the line of somebody who is due', () => {
  it('shows the nearest promise and the nearest planned day', () => {
    const marks = aheadOf({
      ahead: [
        { on: '2027-01-10', kind: 'planned' },
        { on: '2026-12-01', kind: 'promised' },
        { on: '2026-11-20', kind: 'promised' },
      ],
      endsOn: '2027-03-14',
    });

    expect(marks).toEqual({ promised: '2026-11-20', planned: '2027-01-10', endsOn: '2027-03-14' });
  });

  it('names talks and leaves newsletters without a name', () => {
    const touches = namedTouches(
      [
        { on: '2026-01-01', kind: 'personal', direction: 'ours', channel: 'meeting' },
        { on: '2026-02-01', kind: 'bulk', direction: 'ours', channel: 'newsletter' },
      ],
      (channel) => channel,
    );

    expect(touches.map(({ name }) => name)).toEqual(['meeting', undefined]);
  });
});

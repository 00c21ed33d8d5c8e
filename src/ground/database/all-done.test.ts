import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { allDone } from './all-done.ts';

describe('statements that were started together', () => {
  it('are all over before a failure is told', async () => {
    const over: string[] = [];
    const slow = async () => {
      await turn();
      await turn();
      over.push('slow');
    };
    const failing = async () => {
      over.push('failing');
      throw new Error('no');
    };

    await expect(allDone([failing, slow])).rejects.toThrow('no');
    expect(over).toEqual(['failing', 'slow']);
  });
});

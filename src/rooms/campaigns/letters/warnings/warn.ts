import type { Warning } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';

interface Where {
  blockId?: string | null;
  language?: LetterLanguage;
  params?: Warning['params'];
}

const make =
  (weight: Warning['weight']) =>
  (code: Warning['code'], { blockId = null, language, params = {} }: Where = {}): Warning => ({
    code,
    weight,
    blockId,
    language: language ?? null,
    params,
  });

/** It cannot go out like this. */
export const stop = make('stop');
/** Somebody should look at it. */
export const look = make('look');

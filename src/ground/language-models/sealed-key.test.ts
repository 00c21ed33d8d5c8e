import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyRing } from '../config/key-ring.ts';
import { openApiKey, sealApiKey } from './sealed-key.ts';

const keys = keyRing(randomBytes(32));

describe('the key of a model’s server', () => {
  it('comes out as it went in, and is not to be read in between', () => {
    const sealed = sealApiKey(keys, 'matching https://models.example/v1', 'sk-geheim');

    expect(openApiKey(keys, 'matching https://models.example/v1', sealed)).toBe('sk-geheim');
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('geheim');
  });

  it('opens for no other address and with no other secret', () => {
    const sealed = sealApiKey(keys, 'matching https://models.example/v1', 'sk-geheim');

    expect(() => openApiKey(keys, 'matching https://elsewhere.example/v1', sealed)).toThrow(/authenticate/u);
    expect(() => openApiKey(keyRing(randomBytes(32)), 'matching https://models.example/v1', sealed)).toThrow(
      /authenticate/u,
    );
  });
});

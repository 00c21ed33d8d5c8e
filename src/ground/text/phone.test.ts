import { describe, expect, it } from 'vitest';
import { spacedPhone } from './phone.ts';

describe('spacedPhone', () => {
  it.for([
    ['+41795551075', '+41 79 555 10 75'],
    ['+4917112345678', '+49 171 123 456 78'],
    ['+491711234567', '+49 171 123 45 67'],
    ['+493023125230', '+49 30 231 252 30'],
    ['+436641234567', '+43 664 123 45 67'],
    ['+4315124567', '+43 1 512 45 67'],
    ['+4232345678', '+423 234 56 78'],
    ['+33612345678', '+33 612 345 678'],
    ['+12125550123', '+1 212 555 0123'],
  ] as const)('spaces %s', ([number, spaced]) => {
    expect(spacedPhone(number)).toBe(spaced);
    expect(spaced.replaceAll(' ', '')).toBe(number);
  });

  it.for(['079 555 10 75', '+41 79 555 10 75', 'intern 12', '', '+12'])('leaves "%s" as it is', (text) => {
    expect(spacedPhone(text)).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { hostileText } from './testing/hostile-text.ts';
import { readChoice, readYesNo, type ChoiceKind } from './parse-choice.ts';
import { readCountry, readPlace, readPostcode } from './normalise-place.ts';

describe('a word of the file', () => {
  it.each([
    ['stage', 'Zweitgespräch', 'second_interview'], ['stage', '2. Gespräch am 3.5.', 'second_interview'], ['stage', 'Absage nach Assessment', 'assessment'], ['stage', 'Phone Screen', 'phone'],
    ['stage', 'VORSTELLUNGSGESPRAECH', 'interview'], ['stage', 'Finalrunde', 'final'], ['stage', 'Vertragsangebot', 'offer'], ['stage', 'Eingang', 'applied'], ['stage', 'Schnuppertag', 'assessment'],
    ['outcome', 'Absage nach Assessment', 'rejected'], ['outcome', 'Absage durch Bewerber', 'withdrawn'], ['outcome', 'Angebot abgelehnt', 'declined_offer'], ['outcome', 'Eingestellt', 'hired'],
    ['outcome', 'Offer declined by candidate', 'declined_offer'], ['outcome', 'zurückgezogen', 'withdrawn'], ['outcome', 'Rejected', 'rejected'],
    ['employment_kind', 'Werkstudentin', 'working_student'], ['employment_kind', 'Lernende', 'apprentice'], ['employment_kind', 'Praktikant', 'intern'], ['employment_kind', 'unbefristet', 'employee'],
    ['employment_kind', 'Masterarbeit Robotik', 'thesis'], ['language', 'Deutsch', 'de'], ['language', 'français', 'fr'], ['address_form', 'per Du', 'du'],
  ] as [ChoiceKind, string, string][])('of %s: %s means %s', (kind, text, value) => {
    expect(readChoice(text, kind)).toEqual({ kind: 'choice', value });
  }); // prettier-ignore

  it('unknown stays unknown', () => {
    expect(readChoice('Plüschtier', 'stage').kind).toBe('unreadable');
    expect(readChoice('constructor', 'stage', {}).kind).toBe('unreadable');
  });

  it('never makes it throw', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom<ChoiceKind>('stage', 'outcome', 'yes_no'), (text, kind) => {
        expect(() => readChoice(text, kind)).not.toThrow();
      }),
    );
  });
});

describe('yes and no', () => {
  it.each([
    ['ja', { answer: 'yes' }], ['JA', { answer: 'yes' }], ['x', { answer: 'yes' }], ['✓', { answer: 'yes' }], ['1', { answer: 'yes' }], ['ja (14.03.2024)', { answer: 'yes', on: '2024-03-14' }], ['ja (14.03.)', { answer: 'yes' }],
    ['14.03.2024', { answer: 'yes', on: '2024-03-14' }], ['ja, bis 31.12.2026', { answer: 'yes', until: '2026-12-31' }], ['erteilt am 01.02.2023, gültig bis 31.01.2025', { answer: 'yes', on: '2023-02-01', until: '2025-01-31' }],
    ['nein', { answer: 'no' }], ['No', { answer: 'no' }], ['keine Einwilligung', { answer: 'no' }], ['nicht erteilt', { answer: 'no' }], ['widerrufen 01.02.2023', { answer: 'no', on: '2023-02-01' }], ['opt-out', { answer: 'no' }],
    ['ja, widerrufen', { answer: 'no' }], ['eher nicht', { answer: 'no' }], ['?', { answer: 'unknown' }], ['noch offen', { answer: 'unknown' }], ['ja, unbedingt', { answer: 'yes' }],
  ])('are read from %s', (text, expected) => {
    expect(readYesNo(text)).toEqual({ kind: 'answer', ...expected });
  }); // prettier-ignore

  it.each(['siehe Akte', 'Herbst', '31.02.2024'])('are not guessed from %s', (text) => {
    expect(readYesNo(text).kind).toBe('unreadable');
  });

  it('never throw', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(() => readYesNo(text)).not.toThrow();
      }),
    );
  });
});

describe('a place', () => {
  it.each([
    ['8400 Winterthur', { postcode: '8400', city: 'Winterthur' }], ['D-79761 Waldshut', { postcode: '79761', city: 'Waldshut', country: 'DE' }], ['CH 8400 Winterthur', { postcode: '8400', city: 'Winterthur', country: 'CH' }],
    ['Wien, Österreich', { city: 'Wien', country: 'AT' }], ['Zürich Area, Switzerland', { city: 'Zürich', country: 'CH' }], ['Winterthur 8400', { postcode: '8400', city: 'Winterthur' }], ['Berlin', { city: 'Berlin' }],
    ['Deutschland', { country: 'DE' }], ['Frankfurt am Main', { city: 'Frankfurt am Main' }], ['79761', { postcode: '79761' }], ['', {}], ['Genève, GE', { city: 'Genève, GE' }],
  ])('is read from %j', (text, place) => {
    expect(readPlace(text)).toEqual(place);
  }); // prettier-ignore

  it.each([
    ['Schweiz', 'CH'],
    ['Switzerland', 'CH'],
    ['D', 'DE'],
    ['Allemagne', 'DE'],
    ['Österreich', 'AT'],
    ['USA', 'US'],
    ['Vereinigtes Königreich', 'GB'],
    ['fl', 'LI'],
    ['Atlantis', undefined],
  ])('%s lies in %s', (text, code) => {
    expect(readCountry(text)).toBe(code);
  });

  it('has a postcode that its country can have', () => {
    expect(readPostcode('1067', 'DE')).toBe('01067');
    expect(readPostcode('8400', 'CH')).toBe('8400');
    expect(readPostcode('84000', 'CH')).toBeUndefined();
    expect(readPostcode('SW1A 1AA')).toBe('SW1A 1AA');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(() => [readPlace(text), readCountry(text), readPostcode(text)]).not.toThrow();
      }),
    );
  });
});

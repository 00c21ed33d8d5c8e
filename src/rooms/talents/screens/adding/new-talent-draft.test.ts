import { describe, expect, it } from 'vitest';
import { basesOf, emptyDraft, missingIn, newTalentOf } from './new-talent-draft.ts';

const TODAY = '2026-11-23';
const mara = {
  ...emptyDraft(TODAY),
  firstName: 'Mara',
  lastName: 'Steinegger',
  segment: 'sign_up' as const,
  basis: 'consent' as const,
  source: 'Messe Winterthur',
  textId: '0b54c0de-0000-4000-8000-000000000000',
  evidence: 'Formular liegt im Ordner',
};

describe('a new person', () => {
  it('needs a name, a group and a source', () => {
    expect(missingIn(emptyDraft(TODAY), TODAY).map(({ code }) => code)).toEqual(['name', 'segment', 'source']);
  });

  it('needs proof of the consent', () => {
    expect(missingIn({ ...mara, evidence: '', textId: '' }, TODAY).map(({ code }) => code)).toEqual([
      'text',
      'evidence',
    ]);
  });

  it('cannot rest on a consent of tomorrow', () => {
    expect(missingIn({ ...mara, consentOn: '2026-11-24' }, TODAY).map(({ code }) => code)).toEqual(['future']);
  });

  it('may rest on an interest only as a contact or a referral', () => {
    expect(basesOf('sign_up')).toEqual(['consent']);
    expect(basesOf('referral')).toContain('legitimate_interest');
  });

  it('leaves empty addresses out', () => {
    expect(newTalentOf({ ...mara, email: 'mara@mail.example' }).addresses).toEqual([
      { kind: 'email', value: 'mara@mail.example' },
    ]);
  });
});

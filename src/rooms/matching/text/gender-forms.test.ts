import { describe, expect, it } from 'vitest';
import { genderForms, masculineGuess, withoutGenderNote } from './gender-forms.ts';

describe('titles that name two genders', () => {
  it.each([
    ['Bäcker/Bäckerin', 'Bäcker', 'Bäckerin'],
    ['Ärztin/Arzt', 'Arzt', 'Ärztin'],
    ['Köchin/Koch', 'Koch', 'Köchin'],
    ['Entwickler:in (m/w/d)', 'Entwickler', 'Entwicklerin'],
    ['Datenanalyst*in', 'Datenanalyst', 'Datenanalystin'],
    ['Journalist/-in', 'Journalist', 'Journalistin'],
    ['SoftwareentwicklerInnen', 'Softwareentwickler', 'Softwareentwicklerinnen'],
    ['Kaufmann/-frau im Einzelhandel', 'Kaufmann im Einzelhandel', 'Kauffrau im Einzelhandel'],
    ['Angestellte/r', 'Angestellter', 'Angestellte'],
    ['Beamter/Beamtin im Zolldienst', 'Beamter im Zolldienst', 'Beamtin im Zolldienst'],
    [
      'Textil- und Modeschneider/Textil- und Modeschneiderin',
      'Textil- und Modeschneider',
      'Textil- und Modeschneiderin',
    ],
  ])('%s is read as both', (title, masculine, feminine) => {
    expect(genderForms(title)).toEqual({ masculine, feminine });
  });

  it('keeps a title that names one', () => {
    expect(genderForms('Leiter Einkauf und Logistik')).toEqual({
      masculine: 'Leiter Einkauf und Logistik',
      feminine: 'Leiter Einkauf und Logistik',
    });
  });

  it('keeps a slash that separates two trades', () => {
    expect(genderForms('Maler/Tapezierer').masculine).toBe('Maler/Tapezierer');
  });

  it('leaves out the note that all genders are meant', () => {
    expect(withoutGenderNote('Data Engineer (m/f/d) Zürich')).toBe('Data Engineer Zürich');
  });

  it('does not take a town or a subject for a woman', () => {
    expect(['berlin', 'medizin', 'marketing'].map(masculineGuess)).toEqual([undefined, undefined, undefined]);
    expect(masculineGuess('entwicklerin')).toBe('entwickler');
    expect(masculineGuess('pflegefachfrau')).toBe('pflegefachmann');
  });
});

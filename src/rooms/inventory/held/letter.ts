import { formatsFor } from '#ground/i18n/formats.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { oneLine } from '#ground/mail/one-line.ts';

/** The kind of this mail in the outbox. */
export const LETTER = 'inventory.consent_invitation';

export interface LetterFacts {
  name: string;
  company: string;
  sender: string;
  /** `YYYY-MM-DD` */
  eraseOn: string;
  /** Without one the letter says where it will stand. */
  link: string | undefined;
  language: Language;
}

/**
 * The invitation to consent, as plain text: who asks, what is stored, until when, and that no answer is needed to be erased.
 */
export function letterFor({ eraseOn, link, language, ...names }: LetterFacts): { subject: string; body: string } {
  const words = serverMessages(language);
  const values = {
    name: oneLine(names.name),
    company: oneLine(names.company),
    sender: oneLine(names.sender),
    day: formatsFor(language, 'UTC').dateLong(eraseOn),
    link: link ?? words('inventory', 'letter.link_place'),
  };
  return { subject: words('inventory', 'letter.subject', values), body: words('inventory', 'letter.body', values) };
}

/** A letter of a Swiss company is written as the Swiss write. */
export const writingFor = (language: 'de' | 'en', countryProfile: string): Language =>
  language === 'de' && countryProfile === 'CH' ? 'de-CH' : language;

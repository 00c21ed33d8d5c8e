import { formatsFor } from '#ground/i18n/formats.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { oneLine } from '#ground/mail/one-line.ts';

export interface LetterFacts {
  kind: 'confirm' | 'choose' | 'renew' | 'sign_up';
  name: string;
  company: string;
  sender: string;
  /** Day after which the link (or the data) is over, `YYYY-MM-DD`. */
  until: string;
  link: string;
  language: Language;
  /** Unknown is formal, and without a first name nobody is called by it. */
  addressForm: 'du' | 'sie' | null;
  firstName?: string;
}

/** Plain text without a word of advertising: who asks, what for, until when, and that no answer is an answer too. */
export function letterFor({ kind, until, link, language, ...facts }: LetterFacts): { subject: string; body: string } {
  const words = serverMessages(language);
  const values = {
    name: oneLine(facts.name),
    firstName: oneLine(facts.firstName ?? ''),
    company: oneLine(facts.company),
    sender: oneLine(facts.sender),
    day: formatsFor(language, 'UTC').dateLong(until),
    link,
  };
  const form = facts.addressForm === 'du' && values.firstName !== '' ? 'du' : 'sie';
  return {
    subject: words('consent', `letter.${kind}.${form}.subject`, values),
    body: words('consent', `letter.${kind}.${form}.body`, values),
  };
}

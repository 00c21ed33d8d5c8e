import { formatsFor } from '#ground/i18n/formats.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { oneLine } from '#ground/mail/one-line.ts';

export interface LetterFacts {
  kind: 'confirm' | 'choose' | 'renew';
  name: string;
  company: string;
  sender: string;
  /** Day after which the link (or the data) is over, `YYYY-MM-DD`. */
  until: string;
  link: string;
  language: Language;
}

/** Plain text without a word of advertising: who asks, what for, until when, and that no answer is an answer too. */
export function letterFor({ kind, until, link, language, ...names }: LetterFacts): { subject: string; body: string } {
  const words = serverMessages(language);
  const values = {
    name: oneLine(names.name),
    company: oneLine(names.company),
    sender: oneLine(names.sender),
    day: formatsFor(language, 'UTC').dateLong(until),
    link,
  };
  return {
    subject: words('consent', `letter.${kind}.subject`, values),
    body: words('consent', `letter.${kind}.body`, values),
  };
}

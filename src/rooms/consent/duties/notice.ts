import { formatsFor } from '#ground/i18n/formats.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';

/** Changes whenever a sentence of the notice does: what somebody was told stays provable. */
export const NOTICE_VERSION = '2026-11-30';

export interface NoticeFacts {
  language: Language;
  /** How the person is addressed; unknown is Sie. */
  addressForm: 'du' | 'sie' | null;
  company: string;
  countryProfile: 'DE' | 'AT' | 'CH' | 'EU';
  privacyContact: { name: string; address: string };
  grounds: readonly { purpose: string; basis: string; source: string; eraseOn: string; interest: string | null }[];
  /** Keys in `consent:notice.data.*`. */
  dataTypes: readonly string[];
  eraseOn: string;
}

/** What somebody is told about the data we have of them: whole sentences from settings and record, no empty slot (IN-3). */
export function noticeFor(facts: NoticeFacts): string {
  const { language, addressForm, company, countryProfile, privacyContact, grounds, dataTypes, eraseOn } = facts;
  const words = serverMessages(language);
  const formats = formatsFor(language, 'UTC');
  const context = addressForm ?? 'sie';
  const say = (key: string, values: Record<string, unknown> = {}) =>
    words('consent', `notice.${key}`, { ...values, context });
  const listed = (keys: readonly string[], under: string) =>
    formats.list([...new Set(keys)].map((key) => words('consent', `${under}.${key}`)));
  const interests = grounds.flatMap(({ interest }) => (interest === null ? [] : [interest]));
  return [
    say('controller', { company }),
    say('contact', { name: privacyContact.name, address: privacyContact.address }),
    say('purposes', {
      purposes: listed(
        grounds.map(({ purpose }) => purpose),
        'purpose',
      ),
    }),
    ...[...new Set(grounds.map(({ basis }) => basis))].map((basis) => say(`basis.${basis}`)),
    ...interests.map((interest) => say('interest', { interest })),
    say('data_types', { types: listed(dataTypes, 'notice.data') }),
    say('source', { source: formats.list([...new Set(grounds.map(({ source }) => formats.quote(source)))]) }),
    say('recipients'),
    say('countries'),
    say('duration', { day: formats.dateLong(eraseOn) }),
    say('ranking'),
    say('rights'),
    say(`authority.${countryProfile}`),
  ].join('\n\n');
}

import type { ColumnMapping, TargetField } from '../types.ts';
import { tidyText } from '../values/text-form.ts';

/**
 * What may be kept of former employees; everything else is dropped before it is stored or logged.
 * The source's own key is needed to recognise a person again, consent and language to ask them, exit reason and
 * rehire wish only to sort them.
 * @source docs/trust.md LB-7
 */
const FORMER_ALLOWED_FIELDS: ReadonlySet<TargetField> = new Set<TargetField>([
  'skip', 'source_id', 'full_name', 'first_name', 'last_name', 'birth_name', 'title', 'salutation', 'email', 'language', 'address_form',
  'employment_kind', 'employment_role', 'employment_unit', 'employment_entered_on', 'employment_left_on', 'exit_reason', 'rehire_wish',
  'consent', 'consent_on', 'consent_until', 'birth_date',
]); // prettier-ignore

const BUSINESS = /gesch(?:ä|ae)ft|dienst|business|work|corporate|office|firmen|company|(?:^|[\s.(-])g\.?\)?$/i;
const PRIVATE = /priv|personal|home|pers(?:ö|oe)nlich/i;
const FREE_MAIL =
  /@(?:gmail|googlemail|gmx|web|outlook|hotmail|live|icloud|me|yahoo|t-online|bluewin|freenet|posteo|proton|protonmail|mailbox|aon|hispeed|sunrise|aol|msn|arcor|mail|chello|hotmail)\./i;

/** Applies the allow-list to the columns of a file of former employees. */
export function keepAllowedForFormer(mapping: ColumnMapping, values: readonly string[]): ColumnMapping {
  if (mapping.field === 'skip') return mapping;
  if (mapping.field === 'email') return privateMailOnly(mapping, values);
  return FORMER_ALLOWED_FIELDS.has(mapping.field) ? mapping : dropped(mapping, 'recognition.former_not_allowed');
}

function privateMailOnly(mapping: ColumnMapping, values: readonly string[]): ColumnMapping {
  if (PRIVATE.test(mapping.header)) return mapping;
  if (BUSINESS.test(mapping.header) || sharesCompanyDomain(values))
    return dropped(mapping, 'recognition.former_business_mail');
  return { ...mapping, confidence: 'guessed', reason: { code: 'recognition.former_mail_unclear', params: {} } };
}

/** Nearly all addresses at one domain that is no free mail provider: these are the company's own. */
function sharesCompanyDomain(values: readonly string[]): boolean {
  const mails = values.map(tidyText).filter((value) => value.includes('@') && !FREE_MAIL.test(value));
  const domains = Object.values(Object.groupBy(mails, (mail) => mail.slice(mail.lastIndexOf('@')).toLowerCase()));
  const largest = Math.max(0, ...domains.map((group) => group?.length ?? 0));
  const all = values.filter((value) => value.includes('@')).length;
  return all >= 3 && largest >= all * 0.6;
}

function dropped(mapping: ColumnMapping, code: string): ColumnMapping {
  const { column, header } = mapping;
  return { column, header, field: 'skip', confidence: 'dropped', reason: { code, params: {} }, isSensitive: true };
}

import { compareAddresses } from './compare-address.ts';
import {
  compareBirthDates,
  compareEmails,
  compareEmployers,
  compareLinks,
  compareOtherIds,
  comparePhones,
} from './compare-contact.ts';
import { compareNames } from './compare-names.ts';
import { clearOutcome, type Outcome } from './outcome.ts';
import type { PreparedRecord } from './prepared.ts';

/** Compares two records field by field; the result replaces what `out` held. */
export function compareRecords(a: PreparedRecord, b: PreparedRecord, out: Outcome): void {
  clearOutcome(out);
  compareNames(a, b, out);
  compareEmails(a.emails, b.emails, out);
  comparePhones(a.phones, b.phones, out);
  if (a.birth && b.birth) compareBirthDates(a.birth, b.birth, out);
  compareAddresses(a, b, out);
  if (a.employer && b.employer) compareEmployers(a.employer, b.employer, out);
  compareOtherIds(a.otherIds, b.otherIds, out);
  compareLinks(a.links, b.links, out);
}

import type { CountedValue, PreparedRecord } from './prepared.ts';

/** Every value that the record has; some of them perhaps twice. */
export function forEachValue(record: PreparedRecord, visit: (value: CountedValue) => void): void {
  forEachOfName(record, visit);
  for (const email of record.emails) [email.exact, email.mailbox].forEach(visit);
  if (record.street) [record.street.house, record.street.street].forEach(visit);
  for (const plain of [record.birth, record.postcode, record.city, record.employer]) if (plain) visit(plain.exact);
  for (const list of [record.phones, record.otherIds, record.links]) for (const { exact } of list) visit(exact);
}

function forEachOfName({ first, last, birthName }: PreparedRecord, visit: (value: CountedValue) => void): void {
  if (first) [first.exact, ...first.groups].forEach(visit);
  for (const name of [last, birthName]) if (name) [name.exact, name.spelling, ...name.parts].forEach(visit);
}

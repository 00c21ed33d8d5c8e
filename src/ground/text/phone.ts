/** Codes of two digits; 1 and 7 have one, all others three. */
const SHORT_CODE = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Where a country groups its own numbers differently from the rest. */
const OWN_GROUPS: Record<string, readonly number[]> = { '1': [3, 3, 4], '41': [2, 3, 2, 2] };

/** Towns whose own code is shorter than three digits: Berlin, Hamburg, Frankfurt, München; Wien. */
const SHORT_TOWN: Record<string, RegExp> = { '49': /^(?:[34]0|[68]9)/, '43': /^1/ };

/**
 * A number in E.164 as people read it: `+41 79 555 10 75`. What is no such number stays as it is.
 * The library by which numbers are read and checked knows every country's groups, in tables too heavy for a page that only sets gaps.
 */
export function spacedPhone(number: string): string {
  const digits = /^\+(\d{7,15})$/.exec(number)?.[1];
  if (!digits) return number;
  const code = SHORT_CODE.exec(digits)?.[0] ?? digits.slice(0, 3);
  return [`+${code}`, ...townAndGroups(code, digits.slice(code.length))].join(' ');
}

function townAndGroups(code: string, national: string): string[] {
  const town = SHORT_TOWN[code]?.exec(national)?.[0];
  return town ? [town, ...inGroups(national.slice(town.length), [])] : inGroups(national, OWN_GROUPS[code] ?? []);
}

function inGroups(digits: string, own: readonly number[]): string[] {
  const isOwn = own.reduce((sum, size) => sum + size, 0) === digits.length;
  const groups: string[] = [];
  for (let from = 0; from < digits.length;) {
    const size = (isOwn ? own[groups.length] : undefined) ?? sizeFor(digits.length - from);
    groups.push(digits.slice(from, from + size));
    from += size;
  }
  return groups;
}

/** Threes, and at the end twos rather than a digit alone. */
const sizeFor = (left: number) => (left === 4 || left === 2 ? 2 : 3);

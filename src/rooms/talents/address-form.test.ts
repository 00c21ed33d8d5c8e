import { describe, expect, it } from 'vitest';
import { addressForm } from './address-form.ts';
import { initialsOf } from './initials.ts';
import { sortName } from './sort-name.ts';

describe('addresses', () => {
  it.each([
    ['A.Keller+jobs@gmail.com', 'akeller@gmail.com'],
    ['a.keller@googlemail.com', 'akeller@gmail.com'],
    ['A.Keller+x@firma.example', 'a.keller@firma.example'],
  ])('compares %s as %s', (given, normalForm) => {
    expect(addressForm('email', given, 'CH')?.normalForm).toBe(normalForm);
  });

  it.each(['keine adresse', 'a@b', '@firma.example', 'a@b@c.example'])('refuses %s as a mail address', (given) => {
    expect(addressForm('email', given, 'CH')).toBeUndefined();
  });

  it('writes phone numbers with the country of the company', () => {
    expect(addressForm('phone', '079 555 01 47', 'CH')?.value).toBe('+41795550147');
    expect(addressForm('phone', '0751 123456', 'DE')?.value).toBe('+49751123456');
  });

  it('compares links without their trimmings', () => {
    expect(addressForm('linkedin', 'https://de.linkedin.com/in/Anna/', 'CH')?.normalForm).toBe('linkedin.com/in/anna');
  });

  it('takes nothing but web links', () => {
    expect(addressForm('website', 'javascript:alert(1)', 'CH')).toBeUndefined();
  });
});

describe('names of people', () => {
  it.each([
    ['Mara Steinegger', 'MS'],
    ['Dr. Hans von Tettenborn-Lüdeking', 'HT'],
    ['Cher', 'C'],
    ['', ''],
  ])('shortens %s to %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('sorts by the last name, folded', () => {
    expect(sortName({ firstName: 'Zoë', lastName: 'Đurić' })).toBe('duric zoe');
    expect(sortName({ firstName: '', lastName: '李' })).toBe('李');
  });
});

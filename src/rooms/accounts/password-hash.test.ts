import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

const password = 'dreizehn Störche am Kanal';

describe('the hash of a password', () => {
  it('is argon2id with the cost and salt written down', async () => {
    expect(await hashPassword(password)).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    );
  });

  it('knows the password again and no other', async () => {
    const hash = await hashPassword(password);

    expect(await verifyPassword({ hash, password })).toBe(true);
    expect(await verifyPassword({ hash, password: `${password} ` })).toBe(false);
  });

  it('differs for the same password of two people', async () => {
    expect(await hashPassword(password)).not.toBe(await hashPassword(password));
  });

  it('does not mind how an umlaut was typed', async () => {
    const hash = await hashPassword(password.normalize('NFC'));

    expect(await verifyPassword({ hash, password: password.normalize('NFD') })).toBe(true);
  });

  it('agrees with the reference implementation of argon2id', async () => {
    // @source test vectors of the reference implementation (phc-winner-argon2, src/test.c)
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

    expect(await verifyPassword({ hash, password: 'password' })).toBe(true);
  });

  it('refuses hashes of another kind', async () => {
    for (const hash of [
      '',
      'plain',
      '$2b$12$abcdefghijklmnopqrstuv',
      '$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21l$aaaa',
    ]) {
      expect(await verifyPassword({ hash, password })).toBe(false);
    }
  });
});

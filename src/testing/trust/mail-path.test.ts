import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SOURCES = globSync('src/**/*.ts').filter((file) => !file.includes('.test.') && !file.includes('/testing/'));
const filesThat = (say: RegExp) => SOURCES.filter((file) => say.test(readFileSync(file, 'utf8'))).toSorted();

// NL-1
describe('the way of a mail out of the house', () => {
  it('is one: whoever hands a mail over asks first', () => {
    expect(filesThat(/from 'nodemailer'/u)).toEqual(['src/ground/mail/mailer.ts']);
    expect(filesThat(/\bmailer\??\.send\(/u)).toEqual(['src/ground/mail/send.ts']);
    expect(readFileSync('src/ground/mail/send.ts', 'utf8')).toMatch(/await mayStillGo\([^]*await mailer\.send\(/u);
  });

  it('is opened by nobody but the start of the program', () => {
    expect(filesThat(/\bopenMailer\(/u)).toEqual(['src/ground/mail/mailer.ts', 'src/house.ts']);
  });

  it('is the same for letters to many: behind the question for permission, or to members of the house only', () => {
    expect(filesThat(/\bopenSession\(/u)).toEqual([
      'src/rooms/campaigns/sending/courier.ts',
      'src/rooms/campaigns/sending/smtp-session.ts',
      'src/rooms/campaigns/writing/test-letter.ts',
    ]);
    expect(readFileSync('src/rooms/campaigns/writing/test-letter.ts', 'utf8')).toMatch(
      /await findColleagues\([^]*await handOver\([^]*where\('member_entities\.entity_id'/u,
    );
  });
});

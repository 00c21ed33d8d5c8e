import { describe, expect, it } from 'vitest';
import { readNotice } from './read-notice.ts';

const TOKEN = 'Tok_en-'.padEnd(64, 'x');
const OUR_ID = `<${TOKEN}@kellermatt.example>`;
const read = (text: string) => readNotice(Buffer.from(text.replaceAll('\n', '\r\n')));

interface Report {
  head?: string;
  status?: string;
  original?: string;
}

const aReport = ({
  head = 'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
  status = 'Action: failed\nStatus: 5.1.1',
  original = 'message/rfc822',
}: Report = {}) => `${head}
To: talente@kellermatt.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

This is the mail system. Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0100

Final-Recipient: rfc822; Ilse@mail.example
Original-Recipient: rfc822;ilse@mail.example
${status}
Diagnostic-Code: smtp; 550 5.1.1 <ilse@mail.example>:
    Recipient address rejected: User unknown

--b
Content-Type: ${original}

From: =?utf-8?q?J=C3=BCrg?= <talente@kellermatt.example>
Message-ID: ${OUR_ID}
Subject: Neues

--b--
`;

describe('a message that came back', () => {
  it('is a dead address in the words of Postfix, with the whole letter or only its head', async () => {
    for (const original of ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'])
      expect(await read(aReport({ original }))).toMatchObject({
        kind: 'bounce',
        severity: 'permanent',
        code: '5.1.1',
        recipient: 'ilse@mail.example',
        tokens: [TOKEN],
      });
  });

  it('is one in the words of Exchange, which has a code of its own', async () => {
    const status = 'Action: failed\nStatus: 5.1.10';

    expect(
      await read(
        aReport({ head: 'From: postmaster@tenant.onmicrosoft.example\nX-MS-Exchange-Message-Is-Ndr:', status }),
      ),
    ).toMatchObject({ severity: 'permanent', code: '5.1.10' });
  });

  it('is no verdict while the server is still trying', async () => {
    expect(
      await read(
        aReport({ status: 'Action: delayed\nStatus: 4.4.1\nWill-Retry-Until: Thu, 26 Nov 2026 10:00:00 +0100' }),
      ),
    ).toMatchObject({ severity: 'delay' });
  });

  it('is nothing when it says that the letter arrived', async () => {
    expect(await read(aReport({ status: 'Action: delivered\nStatus: 2.0.0' }))).toEqual({ kind: 'unknown' });
  });

  it('is temporary when the mailbox is full or the server gave up', async () => {
    expect(await read(aReport({ status: 'Action: failed\nStatus: 5.2.2' }))).toMatchObject({ severity: 'temporary' });
    expect(await read(aReport({ status: 'Action: failed\nStatus: 4.4.7' }))).toMatchObject({
      severity: 'temporary',
      code: '4.4.7',
    });
  });

  it('takes the code from the words of the other server when the field is missing', async () => {
    expect(await read(aReport({ status: 'Action: failed' }))).toMatchObject({ severity: 'permanent', code: '5.1.1' });
  });

  it('is understood without a report, when a server writes only a text', async () => {
    const text = `From: MAILER-DAEMON@qmail.example
To: talente@kellermatt.example
Subject: failure notice

Hi. This is the qmail-send program at qmail.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<ilse@mail.example>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 User unknown

--- Below this line is a copy of the message.

Message-ID: ${OUR_ID}
Subject: Neues
`;

    expect(await read(text)).toMatchObject({ kind: 'bounce', severity: 'permanent', code: '5.1.1', tokens: [TOKEN] });
  });
});

const aComplaint = (kind: string) => `From: feedback@provider.example
To: talente@kellermatt.example
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is an email abuse report.

--b
Content-Type: message/feedback-report

Feedback-Type: ${kind}
User-Agent: SomeGenerator/1.0
Version: 1
Original-Rcpt-To: <redacted@provider.example>

--b
Content-Type: message/rfc822

From: talente@kellermatt.example
Message-ID: ${OUR_ID}
Subject: Neues

Hallo
--b--
`;

describe('a complaint', () => {
  it('is known by its report, also when the address was taken out', async () => {
    expect(await read(aComplaint('abuse'))).toEqual({ kind: 'complaint', code: 'abuse', tokens: [TOKEN] });
  });

  it('is not one when somebody says that it was no spam', async () => {
    expect(await read(aComplaint('not-spam'))).toEqual({ kind: 'unknown' });
  });
});

const anAnswer = ({ head = '', subject = 'Re: Neues' } = {}) => `From: Ilse <ilse@mail.example>
To: talente@kellermatt.example
Subject: ${subject}
In-Reply-To: ${OUR_ID}
References: <first@mail.example>
 ${OUR_ID}
${head}Content-Type: text/plain; charset=utf-8

Danke, ich melde mich.
`;

describe('an answer', () => {
  it('of a person is one', async () => {
    expect(await read(anAnswer())).toEqual({ kind: 'reply', subject: 'Re: Neues', tokens: [TOKEN] });
  });

  it.each([
    'Auto-Submitted: auto-replied (vacation)\n',
    'X-Autoreply: yes\n',
    'Precedence: auto_reply\n',
    'Auto-Submitted: auto-generated\n',
  ])('of a program is an absence note: %j', async (head) => {
    expect(await read(anAnswer({ head }))).toMatchObject({ kind: 'auto_reply' });
  });

  it.each(['Automatische Antwort: Neues', 'Abwesenheitsnotiz', 'Out of Office: Neues', 'Automatic reply: Neues'])(
    'of a program that marks nothing is known by its subject: %s',
    async (subject) => {
      expect(await read(anAnswer({ subject }))).toMatchObject({ kind: 'auto_reply' });
    },
  );

  it('is a person again when the mark says so', async () => {
    expect(await read(anAnswer({ head: 'Auto-Submitted: no\n' }))).toMatchObject({ kind: 'reply' });
  });

  it('to something else is none of ours', async () => {
    expect(await read('From: a@b.example\nSubject: Hallo\nIn-Reply-To: <x@y.example>\n\nHallo\n')).toEqual({
      kind: 'unknown',
    });
  });

  it('that asks to leave by mail is understood', async () => {
    expect(await read(`From: ilse@mail.example\nSubject: unsubscribe ${TOKEN}\n\n`)).toEqual({
      kind: 'unsubscribe',
      token: TOKEN,
    });
  });
});

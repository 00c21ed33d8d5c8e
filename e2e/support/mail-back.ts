import type { ReceivedMail } from '../../src/ground/testing/mail-server.ts';

const headOf = (mail: ReceivedMail, name: string) => mail.headers.find(([one]) => one === name)?.[1] ?? '';

/** What a mail server sends back when an address does not exist (RFC 3464). */
export const bounceOf = (mail: ReceivedMail): string => `From: MAILER-DAEMON@mx.example
To: ${mail.from}
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${mail.to[0]}
Action: failed
Status: 5.1.1

--b
Content-Type: message/rfc822

From: ${mail.from}
Message-ID: ${headOf(mail, 'message-id')}

--b--
`;

/** What a person writes back. */
export const answerTo = (mail: ReceivedMail, words: string): string => `From: ${mail.to[0]}
To: ${mail.from}
Subject: Re: ${headOf(mail, 'subject')}
Message-ID: <${Math.random().toString(36).slice(2)}@mail.example>
In-Reply-To: ${headOf(mail, 'message-id')}
Content-Type: text/plain; charset=utf-8

${words}
`;

/** The address behind "unsubscribe" in the head of a mail. */
export const leaveLinkOf = (mail: ReceivedMail): string =>
  /<(https?:[^>]+)>/.exec(headOf(mail, 'list-unsubscribe'))?.[1] ?? '';

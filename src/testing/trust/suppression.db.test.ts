import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { erasePeople } from '#rooms/talents/index.ts';
import type { Identifier } from '#rooms/consent/index.ts';
import { suppress } from '#rooms/consent/index.ts';
import { ask, consentForTests, importFile } from '#rooms/consent/testing.ts';

const room = consentForTests();

const MAIL = 'a.krähenbühl@gmail.com';
const INTERNATIONAL = 'jürg@müller.example';
const PHONE = '+41795550147';
const ASKED: Identifier[] = [
  { kind: 'email', value: MAIL },
  { kind: 'email', value: INTERNATIONAL },
  { kind: 'phone', value: PHONE },
];
/** The same mailboxes and the same line, as others write them. */
const MAIL_WRITINGS = [
  MAIL,
  'A.KRÄHENBÜHL@Gmail.com',
  'akrähenbühl@googlemail.com',
  'a.krähenbühl+jobs@gmail.com',
  INTERNATIONAL,
  'Jürg@MÜLLER.example',
  'jürg@xn--mller-kva.example',
];
const PHONE_WRITINGS = [PHONE, '079 555 01 47', '0041 79 555 01 47', '+41 (0)79 555 01 47'];

const people = () => room.house.db.selectFrom('talents').select('id').execute();
const held = () => room.house.db.selectFrom('held_people').select('id').execute();
const addWith = (kind: string, value: string) =>
  ask(room.house, room.recruiter, 'POST', '/talents', {
    firstName: 'Jürg',
    lastName: 'Müller',
    ground: room.byConsent(),
    addresses: [{ kind, value }],
  });
const suppressAll = () => suppress(room.house.systemCtx(), ASKED, 'no_record', 'asked by mail');

// SU-1
describe('what is remembered of who must not come back', () => {
  it('holds no clear text, and cannot be computed without the key', async () => {
    await suppressAll();
    await suppressAll();

    const rows = await room.house.db.selectFrom('suppressions').selectAll().execute();
    const guesses = ASKED.flatMap(({ kind, value }) => [value, `${kind}:${value}`]).map((text) =>
      createHash('sha256').update(text).digest('hex'),
    );

    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/krähenbühl|müller|gmail|5550147/i);
    expect(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash) && !guesses.includes(hash))).toBe(true);
    expect(rows.map(({ review_on }) => review_on)).toEqual(['2029-11-23', '2029-11-23', '2029-11-23']);
  });
});

// SU-2
describe('who asked for no mails', () => {
  it('may still be recorded', async () => {
    await suppress(room.house.systemCtx(), ASKED, 'no_mail', 'asked by mail');

    expect((await addWith('email', MAIL)).status).toBe(201);
  });
});

// SU-3
describe('who asked not to be recorded', () => {
  it('is kept out of the form and the API in every writing', async () => {
    await suppressAll();
    const writings = [
      ...MAIL_WRITINGS.map((value) => ['email', value] as const),
      ...PHONE_WRITINGS.map((value) => ['phone', value] as const),
    ];
    const answers: Record<string, string> = {};
    for (const [kind, value] of writings) answers[value] = (await addWith(kind, value)).body['code'];

    expect(answers).toEqual(Object.fromEntries(writings.map(([, value]) => [value, 'talents.suppressed'])));
    expect(await people()).toEqual([]);
  });

  it('does not come back as an address of somebody else', async () => {
    await suppressAll();
    const id = await room.keepOne();

    const answers = await Promise.all(
      MAIL_WRITINGS.map((value) =>
        ask(room.house, room.recruiter, 'POST', `/talents/${id}/addresses`, { kind: 'email', value }),
      ),
    );

    expect(answers.map(({ body }) => body['code'])).toEqual(MAIL_WRITINGS.map(() => 'talents.suppressed'));
  });

  it('is kept out of a table in every writing, with and without consent, and the others come in', async () => {
    await suppressAll();
    const cells = [...MAIL_WRITINGS.map((mail) => [mail, '']), ...PHONE_WRITINGS.map((phone) => ['', phone])];
    const rows = cells.map(
      ([mail, phone], i) =>
        `Müller;Jürg;${mail};${phone};Montage;0${1 + (i % 9)}.02.2026;Absage;${i % 2 ? 'ja (14.03.2026)' : ''}`,
    );
    const text = [
      'Nachname;Vorname;E-Mail;Mobil;Beworben auf;Bewerbung vom;Ergebnis;Einwilligung Talentpool',
      ...rows,
      'Frei;Sandra;sandra@mail.example;;Montage;01.02.2026;Absage;ja (14.03.2026)',
    ].join('\n');

    const { body } = await importFile(room.house, room.recruiter, {
      name: 'bewerbungen.csv',
      text,
      basis: { rejected_applicant: { kind: 'consent_column', textId: room.textId } },
    });

    expect(body['counts']).toMatchObject({ suppressed: cells.length, created: 1, held: 0 });
    expect([(await people()).length, (await held()).length]).toEqual([1, 0]);
  });

  it('is kept out of the contacts of a network and of a vCard', async () => {
    await suppressAll();
    const linkedIn = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nJürg,Müller,https://www.linkedin.com/in/juerg,${INTERNATIONAL},Muster AG,Monteur,12 Mar 2026\n`;
    const card = `BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Jürg;;;\r\nFN:Jürg Müller\r\nEMAIL:${INTERNATIONAL.toUpperCase()}\r\nEND:VCARD\r\n`;

    const answers = [
      await importFile(room.house, room.recruiter, { name: 'Connections.csv', text: linkedIn }),
      await importFile(room.house, room.recruiter, { name: 'kontakte.vcf', text: card }),
    ];

    expect(answers.map(({ body }) => body['counts'].suppressed)).toEqual([1, 1]);
    expect([await people(), await held()]).toEqual([[], []]);
  });

  it('does not come back by a restore, an undo or the same file, once erased', async () => {
    const text = `Nachname;Vorname;E-Mail;Beworben auf;Bewerbung vom;Ergebnis;Einwilligung Talentpool\nMüller;Jürg;${INTERNATIONAL};Montage;01.02.2026;Absage;ja (14.03.2026)`;
    const file = {
      name: 'bewerbungen.csv',
      text,
      basis: { rejected_applicant: { kind: 'consent_column', textId: room.textId } },
    };
    await importFile(room.house, room.recruiter, file);
    const [talent] = await people();
    const bin = await ask(room.house, room.recruiter, 'DELETE', `/talents/${talent?.id}`);
    await suppressAll();
    await erasePeople(room.house.systemCtx(), [talent?.id ?? '']);

    const restored = await ask(room.house, room.recruiter, 'POST', `/talents/${talent?.id}/restore`);
    const undone = await ask(room.house, room.recruiter, 'POST', `/acts/${bin.body['actId']}/undo`);
    const again = await importFile(room.house, room.recruiter, file);

    expect(restored.status).toBe(404);
    expect(undone.status).toBeGreaterThanOrEqual(400);
    expect(again.body['counts']).toMatchObject({ suppressed: 1, created: 0 });
    expect(await people()).toEqual([]);
  });

  it('is known by the id in the system of origin, whatever the address is by then', async () => {
    const text =
      'Personalnummer;Nachname;Vorname;E-Mail;Beworben auf;Bewerbung vom;Ergebnis;Einwilligung Talentpool\nP-4711;Müller;Jürg;neu@mail.example;Montage;01.02.2026;Absage;ja (14.03.2026)';
    const file = {
      name: 'bewerbungen.csv',
      text,
      basis: { rejected_applicant: { kind: 'consent_column', textId: room.textId } },
    };
    await importFile(room.house, room.recruiter, file);
    const { system, source_id } = await room.house.db
      .selectFrom('source_records')
      .select(['system', 'source_id'])
      .executeTakeFirstOrThrow();
    const [talent] = await people();
    await suppress(
      room.house.systemCtx(),
      [{ kind: 'source_id', value: `${system}:${source_id}` }],
      'no_record',
      'asked by mail',
    );
    await erasePeople(room.house.systemCtx(), [talent?.id ?? '']);

    const again = await importFile(room.house, room.recruiter, { ...file, text: text.replace('neu@', 'anders@') });

    expect(source_id).toBe('P-4711');
    expect(again.body['counts']).toMatchObject({ suppressed: 1, created: 0 });
  });
});

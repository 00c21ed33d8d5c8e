import { readdirSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { appForActor } from '../../../testing/app-for-actor.ts';
import { tagsOf } from '../../../testing/html-shape.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { aWholeLetter, NAMED } from '../testing-letter.ts';
import type { Letter } from '../schema-letter.ts';
import type { Preview, Reach, Warning } from '../schema-writing.ts';
import { letterFor } from '../sending/letter-source.ts';
import { findCampaignAtWork } from '../sending/campaign-at-work.ts';
import { deliveryToken } from '../sending/token.ts';
import { aScene, plantReaders } from '../testing.ts';
import type { Scene } from '../testing.ts';
import { line } from './templates/write.ts';

let house: TestHouse;
let scene: Scene;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(
    house.db,
    'campaigns',
    'sender_identities',
    'talents',
    'pools',
    'content_items',
    'topics',
    'brands',
    'letter_pictures',
  );
  scene = await aScene(house.systemCtx(), { entityId: house.entityId, smtpUrl: 'smtp://127.0.0.1:1', state: 'draft' });
  await plantReaders(house.systemCtx(), { ...scene, entityId: house.entityId, count: 12 });
  await keepLetter(aWholeLetter());
  await sql`update talents set tags = case substring(first_name from '[0-9]+')::int % 4 when 0 then '{Technik,Lernen}'::text[] when 1 then '{Technik}' when 2 then '{Lernen}' else '{}' end`.execute(
    house.db,
  );
  await plantContents();
});

const keepLetter = (letter: Letter) =>
  sql`update campaign_versions set letter = ${JSON.stringify(letter)}::jsonb where campaign_id = ${scene.campaignId}::uuid`.execute(
    house.db,
  );

async function plantContents() {
  const { entityId, db, clock } = house;
  const shared = {
    entity_id: entityId,
    link: 'https://kellermatt.example/lesen',
    created_at: clock.now,
    updated_at: clock.now,
  };
  await db
    .insertInto('content_items')
    .values([
      { ...shared, id: NAMED.articleDe, kind: 'article', title: '250 kW auf drei Quadratmetern', language: 'de' },
      { ...shared, id: NAMED.articleEn, kind: 'article', title: '250 kW on three square metres', language: 'en' },
      {
        ...shared,
        id: NAMED.eventId,
        kind: 'event',
        title: 'Funktionale Sicherheit',
        language: 'de',
        on_date: '2026-12-03',
      },
    ])
    .execute();
}

const letterUrl = (way: string) => `/campaigns/${scene.campaignId}/${way}`;
async function ask<T>(method: string, url: string, body?: unknown, status = 200): Promise<T> {
  const answer = await house.request('administrator', method, url, body);
  expect(answer.status).toBe(status);
  return (await answer.json()) as T;
}
const preview = (body: unknown) => ask<Preview>('POST', letterUrl('previews'), body);
const person = (n: number) =>
  house.db
    .selectFrom('talents')
    .select(['id', 'language'])
    .where('first_name', '=', `Ilse ${n}`)
    .executeTakeFirstOrThrow();

describe('the preview of a letter', () => {
  it('is the letter that the person would get, with links that lead nowhere', async () => {
    const { id } = await person(1);
    const { made, reader, blockIds, why } = await preview({ reader: { kind: 'person', talentId: id } });

    expect({ reader, why }).toEqual({
      why: null,
      reader: { talentId: id, name: 'Ilse 1 Aebischer', language: 'de', form: 'formal' },
    });
    expect(blockIds).toContain('article');
    expect(blockIds).not.toContain('event');
    expect(made?.text).toContain('Guten Tag Ilse 1 Aebischer');
    expect(made?.html).toContain('250 kW auf drei Quadratmetern');
    expect(made?.bytes).toBe(Buffer.byteLength(made?.html ?? ''));
    expect(
      tagsOf(made?.html ?? '')
        .flatMap(({ attributes }) => attributes['href'] ?? [])
        .slice(-3),
    ).toEqual(['#', '#', '#']);
  });

  it('says since when the person agrees', async () => {
    const { made } = await preview({ reader: { kind: 'person', talentId: (await person(1)).id } });

    expect(made?.text.replaceAll(/\s+/g, ' ')).toMatch(/Sie haben am \d+\. \S+ \d{4} zugestimmt/);
  });

  it('says why somebody gets none', async () => {
    const { id } = await person(1);
    await sql`update talent_addresses set bounced_at = ${house.clock.now} where talent_id = ${id}::uuid`.execute(
      house.db,
    );

    expect(await preview({ reader: { kind: 'person', talentId: id } })).toMatchObject({
      made: null,
      why: 'bounced',
      blockIds: [],
    });
    await sql`delete from pool_members where talent_id = ${id}::uuid`.execute(house.db);
    expect(await preview({ reader: { kind: 'person', talentId: id } })).toMatchObject({
      made: null,
      why: 'not_in_audience',
    });
  });

  it('says that no block fits', async () => {
    await keepLetter({ ...aWholeLetter(), onlyWithOwnBlock: true });
    const { id } = await person(7);

    expect(await preview({ reader: { kind: 'person', talentId: id } })).toMatchObject({
      made: null,
      why: 'no_block_fits',
    });
  });

  it('finds who sees least and still gets a letter', async () => {
    const nobodysOwn = await preview({ reader: { kind: 'sees_least', language: 'de' } });
    await keepLetter({ ...aWholeLetter(), onlyWithOwnBlock: true });
    const own = await preview({ reader: { kind: 'sees_least', language: 'de' } });

    expect(nobodysOwn.blockIds).not.toContain('article');
    expect(nobodysOwn.blockIds).not.toContain('event');
    expect(own.blockIds.filter((id) => ['article', 'event'].includes(id))).toHaveLength(1);
    expect(own.made).not.toBeNull();
  });

  it('finds somebody too when the letter is the same for all', async () => {
    const letter = aWholeLetter();
    await keepLetter({ ...letter, blocks: letter.blocks.filter(({ rule }) => rule === undefined) });

    expect(await preview({ reader: { kind: 'sees_least', language: 'en' } })).toMatchObject({ why: null });
  });

  it('shows every block to nobody in particular, also before it is saved', async () => {
    const letter = { ...aWholeLetter(), preheader: { de: 'Noch nicht gespeichert' } };
    const { made, blockIds, reader } = await preview({
      letter,
      reader: { kind: 'all_blocks', language: 'de', form: 'informal' },
    });

    expect(reader).toEqual({ talentId: null, name: null, language: 'de', form: 'informal' });
    // The pictures are not there.
    expect(blockIds).toEqual(letter.blocks.map(({ id }) => id).filter((id) => id !== 'picture'));
    expect(made?.preheader).toBe('Noch nicht gespeichert');
    expect(made?.text).toContain('\nHallo\n\nDu hast im Juni');
  });

  it('writes nothing', async () => {
    const { id } = await person(1);
    const links = () =>
      house.db
        .selectFrom('preference_links')
        .select(sql<number>`count(*)::int`.as('n'))
        .executeTakeFirst();
    const before = await links();
    await preview({ reader: { kind: 'person', talentId: id } });

    expect(await links()).toEqual(before);
  });

  it('is not for people of another company, nor for who may not read campaigns', async () => {
    const { id } = await person(1);
    await sql`update talents set entity_id = ${house.otherEntityId}::uuid where id = ${id}::uuid`.execute(house.db);

    expect(
      (
        await house.request('administrator', 'POST', letterUrl('previews'), {
          reader: { kind: 'person', talentId: id },
        })
      ).status,
    ).toBe(404);
    expect(
      (await house.request('auditor', 'POST', letterUrl('previews'), { reader: { kind: 'person', talentId: id } }))
        .status,
    ).toBe(403);
  });

  it('offers people of the audience by name', async () => {
    const { items } = await ask<{ items: { name: string; form: string }[] }>(
      'GET',
      `${letterUrl('readers')}?search=ilse%201`,
    );

    expect(items.map(({ name }) => name)).toEqual([
      'Ilse 1 Aebischer',
      'Ilse 10 Aebischer',
      'Ilse 11 Aebischer',
      'Ilse 12 Aebischer',
    ]);
    expect((await ask<{ items: unknown[] }>('GET', `${letterUrl('readers')}?search=%25`)).items).toEqual([]);
  });
});

describe('how many see what', () => {
  it('is what the previews of all of them show', async () => {
    for (const onlyWithOwnBlock of [true, false]) {
      await keepLetter({ ...aWholeLetter(), onlyWithOwnBlock });
      const reach = await ask<Reach>('POST', letterUrl('reach'), {});
      const people = await house.db.selectFrom('talents').select('id').execute();
      const seen = [];
      for (const { id } of people) seen.push(await preview({ reader: { kind: 'person', talentId: id } }));

      expect(reach.readers).toBe(12);
      expect(reach.byLanguage).toEqual([
        { language: 'de', readers: 8 },
        { language: 'en', readers: 4 },
      ]);
      expect(reach.nothing).toBe(seen.filter(({ why }) => why === 'no_block_fits').length);
      for (const blockId of ['article', 'event'])
        expect(reach.blocks.find((block) => block.blockId === blockId)?.readers).toBe(
          seen.filter(({ blockIds }) => blockIds.includes(blockId)).length,
        );
    }
  });
});

describe('warnings that the readers show', () => {
  const warnings = async (letter: Letter) =>
    (await ask<{ items: Warning[] }>('POST', letterUrl('warnings'), { letter })).items.filter(
      ({ code }) => code !== 'picture_missing',
    );
  const withBlock = (change: (id: string) => object): Letter => {
    const letter = aWholeLetter();
    return { ...letter, blocks: letter.blocks.map((block) => ({ ...block, ...change(block.id) })) };
  };
  const codes = (found: Warning[]) => found.map(({ code, blockId }) => [code, blockId]);

  it('name a block that nobody sees', async () => {
    const letter = withBlock((id) => (id === 'article' ? { rule: { is: 'tag', values: ['Niemand'] } } : {}));

    expect(codes(await warnings(letter))).toContainEqual(['nobody_sees_block', 'article']);
  });

  it('stand with the reach, so that one count tells both, and the check of the words counts nobody', async () => {
    const letter = withBlock((id) => (id === 'article' ? { rule: { is: 'tag', values: ['Niemand'] } } : {}));
    const all = await ask<{ items: Warning[] }>('POST', letterUrl('warnings'), { letter });
    const own = await ask<{ items: Warning[] }>('POST', letterUrl('warnings'), { letter, part: 'letter' });
    const reach = await ask<Reach>('POST', letterUrl('reach'), { letter });

    expect(codes(reach.warnings)).toContainEqual(['nobody_sees_block', 'article']);
    expect(codes(own.items)).not.toContainEqual(['nobody_sees_block', 'article']);
    expect([...own.items, ...reach.warnings]).toEqual(all.items);
  });

  it('say the same gap once, though it stands in both forms', async () => {
    const gap = { formal: line('[Was geschah]'), informal: line('[Was geschah]') };
    const letter = withBlock((id) => (id === 'headline' ? { words: { de: gap } } : {}));

    expect((await warnings(letter)).filter(({ code }) => code === 'placeholder_left')).toHaveLength(1);
  });

  it('count to whom nothing is left', async () => {
    const found = await warnings({ ...aWholeLetter(), onlyWithOwnBlock: true });

    expect(found).toContainEqual(expect.objectContaining({ code: 'nothing_for_some', params: { count: 4 } }));
  });

  it('count readers whose language is not written', async () => {
    const letter = { ...aWholeLetter(), subject: { de: aWholeLetter().subject.de } };

    expect(await warnings(letter)).toContainEqual(
      expect.objectContaining({ code: 'missing_language', language: 'en', params: { count: 4 } }),
    );
  });

  it('count of whom something is not known that a sentence needs', async () => {
    await sql`update talents set city = 'Bern' where first_name <> 'Ilse 3'`.execute(house.db);
    const letter = withBlock((id) =>
      id === 'headline'
        ? { words: { de: { formal: line('Neues aus {city}') }, en: { formal: line('News from {city|your town}') } } }
        : {},
    );

    expect((await warnings(letter)).filter(({ code }) => code === 'empty_field')).toEqual([
      { code: 'empty_field', weight: 'look', blockId: 'headline', language: 'de', params: { field: 'city', count: 1 } },
    ]);
  });

  it('stop a rule that names what is gone, and nobody sees its block', async () => {
    const letter = withBlock((id) => (id === 'article' ? { rule: { is: 'pool', ids: [NAMED.faceId] } } : {}));
    const shown = await preview({ letter, reader: { kind: 'person', talentId: (await person(1)).id } });

    expect(await warnings(letter)).toContainEqual(
      expect.objectContaining({
        code: 'rule_broken',
        weight: 'stop',
        blockId: 'article',
        params: { code: 'pools.rule_pool_gone' },
      }),
    );
    expect(shown.blockIds).not.toContain('article');
  });

  it('stop a letter that large providers cut off', async () => {
    const long = {
      kind: 'text',
      words: { de: { formal: [{ kind: 'paragraph', runs: [{ kind: 'words', text: 'Wörter '.repeat(500) }] }] } },
    };
    const blocks = Array.from({ length: 25 }, (_, i) => ({ ...long, id: `part-${i}` }));

    expect(await warnings({ ...aWholeLetter(), blocks } as Letter)).toContainEqual(
      expect.objectContaining({
        code: 'letter_heavy',
        weight: 'stop',
        language: 'de',
        params: expect.objectContaining({ most: 100 }),
      }),
    );
  });
});

function png(width: number, words = ''): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(width);
  const parts = [
    chunk('IHDR', head),
    ...(words === '' ? [] : [chunk('tEXt', Buffer.from(words))]),
    chunk('IDAT', deflateSync(Buffer.alloc(2 * (width + 1)))),
    chunk('IEND', Buffer.of()),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

const upload = (content: Buffer, name = 'pruefstand.png') =>
  appForActor(house.parts, house.actorFor('recruiter')).request(
    `/api/v1/letter-pictures?name=${encodeURIComponent(name)}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-requested-with': 'wiedersehen' },
      body: new Uint8Array(content),
    },
  );
const show = (pictureId: string) => appForActor(house.parts, undefined).request(`/api/v1/letter-pictures/${pictureId}`);

describe('a picture of a letter', () => {
  it('is kept once, without what it says of itself, and shown to everybody for ever', async () => {
    const first = await upload(png(40, 'Author\0GEHEIM'));
    const again = await upload(png(40), '../../etc/passwd');
    const card = (await first.json()) as { id: string };
    const shown = await show(card.id);
    const bytes = Buffer.from(await shown.arrayBuffer());

    expect(first.status).toBe(201);
    expect(card).toMatchObject({
      name: 'pruefstand.png',
      width: 40,
      height: 2,
      mediaType: 'image/png',
      bytes: bytes.length,
    });
    expect(await again.json()).toEqual(card);
    expect(readdirSync(path.join(house.parts.filesDir, 'letter-pictures'))).toHaveLength(1);
    expect(bytes.equals(png(40))).toBe(true);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('is refused by what it is, whatever its name says, and leaves nothing behind', async () => {
    const before = readdirSync(path.join(house.parts.filesDir, 'letter-pictures')).length;
    const [page, large, empty] = [
      await upload(Buffer.from('<svg onload="alert(1)"/>')),
      await upload(Buffer.alloc(5 * 1024 * 1024 + 1)),
      await upload(Buffer.of()),
    ];

    expect([page.status, large.status, empty.status]).toEqual([422, 422, 422]);
    expect(await page.json()).toMatchObject({ code: 'campaigns.picture_kind_unknown' });
    expect(await large.json()).toMatchObject({ code: 'http.file_too_large' });
    expect(readdirSync(path.join(house.parts.filesDir, 'letter-pictures'))).toHaveLength(before);
    expect((await show(NAMED.faceId)).status).toBe(404);
  });
});

describe('the looks of a company', () => {
  const design = { accent: '#1d3b57', companyName: 'Kellermatt' };

  it('are added, changed by who saw them last, and put away', async () => {
    const added = await ask<{ id: string; version: number; design: object }>(
      'POST',
      '/brands',
      { name: 'Haus', design, isDefault: true },
      201,
    );
    const changed = await ask<{ version: number }>('PUT', `/brands/${added.id}`, {
      name: 'Haus neu',
      design,
      isDefault: true,
      version: 1,
    });
    const late = await house.request('administrator', 'PUT', `/brands/${added.id}`, {
      name: 'Zu spät',
      design,
      version: 1,
    });

    expect(added.design).toMatchObject({ ...design, paper: '#fbf8f3', headings: 'serif' });
    expect(changed.version).toBe(2);
    expect(late.status).toBe(409);
    expect((await house.request('administrator', 'DELETE', `/brands/${added.id}`)).status).toBe(204);
    expect(await ask('GET', '/brands')).toEqual({ items: [] });
  });

  it('have one that stands for all', async () => {
    await ask('POST', '/brands', { name: 'Erst', design, isDefault: true }, 201);
    await ask('POST', '/brands', { name: 'Dann', design, isDefault: true }, 201);

    expect(
      (await ask<{ items: { name: string; isDefault: boolean }[] }>('GET', '/brands')).items.map(
        ({ name, isDefault }) => [name, isDefault],
      ),
    ).toEqual([
      ['Dann', true],
      ['Erst', false],
    ]);
    expect((await preview({ reader: { kind: 'all_blocks', language: 'de', form: 'formal' } })).made?.html).toContain(
      '#1d3b57',
    );
  });

  it('are refused when nobody could read them, or with a picture that is not there', async () => {
    const refused = async (wish: object) => {
      const answer = await house.request('administrator', 'POST', '/brands', {
        name: 'x',
        design: { ...design, ...wish },
      });
      return ((await answer.json()) as { code: string }).code;
    };

    expect(await refused({ accent: '#ffcc00' })).toBe('campaigns.brand_accent_too_pale');
    expect(await refused({ ink: '#cccccc' })).toBe('campaigns.brand_ink_too_pale');
    expect(await refused({ logoPictureId: NAMED.faceId })).toBe('campaigns.picture_not_found');
    expect((await house.request('recruiter', 'POST', '/brands', { name: 'x', design })).status).toBe(403);
  });
});

describe('the letter that is sent', () => {
  it('is the version of the campaign, with the look, the pictures and the address of its sender', async () => {
    const picture = (await (await upload(png(40))).json()) as { id: string };
    const letter = aWholeLetter();
    await keepLetter({
      ...letter,
      blocks: letter.blocks.map((block) => (block.kind === 'picture' ? { ...block, pictureId: picture.id } : block)),
    });
    const ctx = house.systemCtx();
    const campaign = await findCampaignAtWork(ctx.db, scene.campaignId);
    const maker = campaign && (await letterFor(ctx, campaign, 'to_look_at'));
    const made = maker?.make({
      talentId: '',
      language: 'de',
      fields: {},
      visible: 0n,
      links: { unsubscribe: 'https://x.example/u', preferences: 'https://x.example/p', view: 'https://x.example/v' },
    });

    expect(maker?.conditions).toHaveLength(2);
    expect(made?.html.toString()).toContain(`${ctx.baseUrl}/api/v1/letter-pictures/${picture.id}`);
    expect(made?.text.toString()).toContain('Kellermatt Antriebe AG, Industriestrasse 4, 5322 Koblenz');
  });

  it('is the same as a page for who got it, and is made for nobody else', async () => {
    const { id } = await person(4);
    await sql`insert into campaign_recipients (campaign_id, talent_id, address, language, zone, state, not_before, changed_at)
      values (${scene.campaignId}::uuid, ${id}::uuid, 'x@mail.example', 'de', 'Europe/Zurich', 'accepted', now(), now())`.execute(
      house.db,
    );
    const token = deliveryToken(house.parts.keys, 'view', { campaignId: scene.campaignId, talentId: id });
    const page = await (await appForActor(house.parts, undefined).request(`/api/v1/letters/${token}`)).text();

    expect(page).toContain('Guten Tag Ilse 4 Aebischer');
    expect(page).toContain('250 kW auf drei Quadratmetern');
    expect(page).toContain('Funktionale Sicherheit');
  });
});

import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { makeEd25519Key, makeRsaKey } from './identities/dkim-keys.ts';
import { sealSecret } from './identities/secret.ts';
import type { Letter } from './schema-letter.ts';
import type { LetterMaker, ReaderFacts, Stretch } from './sending/letters.ts';
import type { LetterSource } from './sending/letter-source.ts';

/** A letter of two parts, of about so many bytes. */
export function aLetter({
  bytes = 2000,
  conditions = [],
}: { bytes?: number; conditions?: LetterMaker['conditions'] } = {}): LetterMaker {
  const line =
    '<p>Wir bauen in Koblenz eine neue Halle, und mit ihr wächst die Gruppe, die Umrichter entwickelt.</p>\n';
  const filling = line.repeat(Math.ceil(bytes / line.length));
  const [head, middle, tail] = [
    '<!doctype html><html><body><p>Grüezi ',
    `</p>\n${filling}<p><a href="`,
    '">Abmelden</a></p></body></html>\n',
  ].map((words) => Buffer.from(words)) as [Buffer, Buffer, Buffer];
  const stretches = ({ fields, links, visible }: ReaderFacts) => {
    if (conditions.length > 0 && visible === 0n) return undefined;
    const name = (fields['first_name'] ?? '').replaceAll(/[<>&"]/g, '');
    return {
      subject: 'Neues aus Zürich',
      html: [head, name, middle, links.unsubscribe, tail],
      text: [`Grüezi ${name}\n\nWir bauen in Koblenz eine neue Halle.\n\nAbmelden: ${links.unsubscribe}\n`],
    };
  };
  const joined = (parts: readonly Stretch[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
  return {
    conditions,
    stretches,
    make: (reader: ReaderFacts) => {
      const made = stretches(reader);
      return made && { subject: made.subject, html: joined(made.html), text: joined(made.text) };
    },
  };
}

/** A letter as it is written in the editor, with one sentence in it. */
export const aWrittenLetter = (sentence = 'Wir bauen in Koblenz eine neue Halle.'): Letter => ({
  subject: { de: { formal: [{ kind: 'words', text: 'Neues aus Koblenz' }] } },
  preheader: {},
  blocks: [
    {
      id: 'b-0001',
      kind: 'text',
      words: { de: { formal: [{ kind: 'paragraph', runs: [{ kind: 'words', text: sentence }] }] } },
    },
  ],
  onlyWithOwnBlock: true,
});

export const always =
  (letter: LetterMaker): LetterSource =>
  async () =>
    letter;

interface Readers {
  entityId: string;
  poolId: string;
  topicId: string;
  count: number;
  /** Domains in turn. */
  domains?: string[];
}

/** People of a pool with a working address who confirmed a topic, in a constant number of statements for any number of them. */
export async function plantReaders({ db, now }: Pick<Ctx, 'db' | 'now'>, readers: Readers): Promise<void> {
  const { entityId, poolId, topicId, count, domains = ['mail.example', 'post.example', 'firma.example'] } = readers;
  await db.transaction().execute(async (db) => {
    await sql`create temporary table new_readers on commit drop as select gen_random_uuid() as id, gen_random_uuid() as event_id, n from generate_series(1, ${count}::int) n`.execute(
      db,
    );
    await sql`
      insert into talents (id, entity_id, first_name, last_name, sort_name, language, country, stage_since, erase_on, created_at, updated_at)
      select id, ${entityId}::uuid, 'Ilse ' || n, 'Aebischer', 'aebischer ilse ' || n, case when n % 3 = 0 then 'en' else 'de' end, case when n % 2 = 0 then 'CH' else 'DE' end,
        ${now}, '2028-11-23', ${now}, ${now} from new_readers`.execute(db);
    await sql`
      insert into talent_addresses (id, talent_id, kind, value, normal_form, is_primary)
      select gen_random_uuid(), id, 'email', x.address, x.address, true from new_readers
      cross join lateral (select 'ilse' || n || '-' || left(id::text, 8) || '@' || (${domains}::text[])[1 + n % ${domains.length}::int] as address) x`.execute(
      db,
    );
    await sql`
      insert into consent_events (id, talent_id, kind, purpose, channel, form, occurred_at)
      select event_id, id, 'confirmed', 'talent_pool', 'all', 'portal', ${now} from new_readers`.execute(db);
    await sql`
      insert into consent_events (id, talent_id, kind, purpose, topic_id, channel, form, occurred_at)
      select gen_random_uuid(), id, 'confirmed', 'newsletter', ${topicId}::uuid, 'all', 'portal', ${now} from new_readers`.execute(
      db,
    );
    await sql`
      insert into grounds (id, talent_id, segment, purpose, basis, country_profile, source, obtained_on, erase_on, erase_reason, consent_event_id, created_at)
      select gen_random_uuid(), id, 'sign_up', 'talent_pool', 'consent', 'CH', 'Messe', '2026-11-20', '2028-11-23', 'consent_ends', event_id, ${now} from new_readers`.execute(
      db,
    );
    await sql`insert into pool_members (pool_id, talent_id, added_at) select ${poolId}::uuid, id, ${now} from new_readers`.execute(
      db,
    );
  });
}

export interface Scene {
  campaignId: string;
  senderId: string;
  poolId: string;
  topicId: string;
}

interface SceneWish {
  entityId: string;
  smtpUrl: string;
  signs?: 'here' | 'relay';
  connections?: number;
  perHour?: number;
  perDomainPerHour?: number;
  window?: { fromHour: number; untilHour: number };
  state?: string;
}

/** A pool, a topic, a sender and a campaign that is about to be prepared; readers are planted by `plantReaders`. */
export async function aScene(ctx: Ctx, wish: SceneWish): Promise<Scene> {
  const [poolId, topicId] = [newId(), newId()];
  const { db, now } = ctx;
  await db
    .insertInto('pools')
    .values({
      id: poolId,
      entity_id: wish.entityId,
      name: `Technik ${poolId.slice(-6)}`,
      mode: 'volume',
      visibility: 'all',
      created_at: now,
      updated_at: now,
    })
    .execute();
  await db
    .insertInto('topics')
    .values({ id: topicId, entity_id: wish.entityId, name_de: 'Technik', name_en: 'Tech', created_at: now })
    .execute();
  const senderId = await aSender(ctx, wish);
  const campaignId = await aCampaign(ctx, { ...wish, poolId, topicId, senderId });
  return { campaignId, senderId, poolId, topicId };
}

export async function aSender(
  { db, keys, now }: Ctx,
  { entityId, smtpUrl, signs = 'relay', connections = 4, perHour, perDomainPerHour }: SceneWish,
): Promise<string> {
  const id = newId();
  const [rsa, ed25519] = [await makeRsaKey(), await makeEd25519Key()];
  await db
    .insertInto('sender_identities')
    .values({
      id,
      entity_id: entityId,
      name: 'Talente',
      from_name: 'Jürg Öttinger',
      from_address: 'talente@kellermatt.example',
      postal_address: 'Kellermatt Antriebe AG, Industriestrasse 4, 5322 Koblenz',
      smtp_url_sealed: sealSecret(keys, id, smtpUrl),
      smtp_host: '127.0.0.1',
      signs,
      dkim_selector: 'wd2026',
      dkim_rsa_sealed: sealSecret(keys, id, rsa.privateKey),
      dkim_rsa_public: rsa.publicKey,
      dkim_ed25519_sealed: sealSecret(keys, id, ed25519.privateKey),
      dkim_ed25519_public: ed25519.publicKey,
      per_hour: perHour ?? null,
      per_domain_per_hour: perDomainPerHour ?? null,
      connections,
      is_ready: true,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}

interface CampaignWish {
  entityId: string;
  poolId: string;
  topicId: string;
  senderId: string;
  state?: string;
  window?: { fromHour: number; untilHour: number };
}

export async function aCampaign({ db, now }: Ctx, wish: CampaignWish): Promise<string> {
  const id = newId();
  await db
    .insertInto('campaigns')
    .values({
      id,
      entity_id: wish.entityId,
      name: 'Brief im Winter',
      topic_id: wish.topicId,
      pool_id: wish.poolId,
      sender_id: wish.senderId,
      state: wish.state ?? 'scheduled',
      scheduled_for: now,
      window_from_hour: wish.window?.fromHour ?? null,
      window_until_hour: wish.window?.untilHour ?? null,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await db.insertInto('campaign_versions').values({ campaign_id: id, number: 1, letter: '{}', made_at: now }).execute();
  return id;
}

/** How many rows of a campaign stand where, and why. */
export async function statesOf({ db }: Pick<Ctx, 'db'>, campaignId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select case when code is null then state else state || ':' || code end as state, count(*)::int as count from campaign_recipients where campaign_id = ${campaignId}::uuid group by 1 order by 1`.execute(
    db,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

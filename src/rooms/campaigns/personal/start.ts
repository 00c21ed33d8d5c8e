import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { allow } from '#rooms/accounts/index.ts';
import { mayContact, mustCarryNotice } from '#rooms/consent/index.ts';
import { greetingOf } from '../letters/greeting.ts';
import type { personalLetterStart } from '../schema-writing.ts';
import { findCarrier } from './carrier.ts';
import type { Addressed } from './person.ts';
import { findAddressed } from './person.ts';
import { refusalIn } from './refusal.ts';

type Start = z.input<typeof personalLetterStart>;

/** From whom, to whom, with which words at the head and the foot, and whether it is allowed. @throws AppError talents.not_found */
export async function startPersonalLetter(ctx: Ctx, talentId: string): Promise<Start> {
  allow(ctx.actor, 'campaigns.write');
  const person = await findAddressed(ctx, talentId);
  const answer = await mayContact(ctx, { talentId, channel: 'mail', purpose: 'personal' });
  const carrier = await findCarrier(ctx, person.entity_id);
  return {
    to: person.address,
    language: person.language,
    form: person.form,
    greeting: greetingFor(person),
    closing: closingFor(person, carrier?.sender.from.name ?? (await nameOf(ctx)), await companyOf(ctx, person)),
    from: carrier ? headOf(carrier.sender) : null,
    refusal: refusalIn(answer),
    noticeNeeded: mustCarryNotice(answer),
    earlier: await listEarlier(ctx, talentId),
  };
}

/** In Switzerland and in Liechtenstein no comma follows, elsewhere one does. */
function greetingFor(person: Addressed): string {
  const { language, form, title, first_name: firstName, last_name: lastName } = person;
  const greeting = greetingOf({ language, form, title, firstName, lastName });
  return person.language === 'de' && person.country_profile === 'CH' ? greeting : `${greeting},`;
}

function closingFor({ language, form, country_profile }: Addressed, name: string, company: string): string {
  const written = language === 'de' && country_profile === 'CH' ? 'de-CH' : language;
  return serverMessages(written)('campaigns', `personal.closing.${form}`, { name, company });
}

const companyOf = async ({ db }: Ctx, { entity_id }: Addressed): Promise<string> =>
  (await db.selectFrom('entities').select('name').where('id', '=', entity_id).executeTakeFirstOrThrow()).name;

const nameOf = async ({ db, actor }: Ctx): Promise<string> =>
  (await db.selectFrom('members').select('name').where('id', '=', actor.memberId).executeTakeFirst())?.name ?? '';

const headOf = ({ from, replyTo }: { from: { name: string; address: string }; replyTo: readonly string[] }) => ({
  ...from,
  replyTo: replyTo.length === 0 ? from.address : replyTo.join(', '),
});

interface EarlierRow {
  at: Date;
  state: 'under_way' | 'failed' | 'uncertain' | 'left_out';
  code: string | null;
}
const MOST_EARLIER = 5;

async function listEarlier({ db }: Ctx, talentId: string): Promise<Start['earlier']> {
  const { rows } = await sql<EarlierRow>`
    select c.created_at as at, case when r.state in ('queued', 'claimed', 'handing_over') then 'under_way' else r.state end as state, r.code
    from campaign_recipients r join campaigns c on c.id = r.campaign_id
    where r.talent_id = ${talentId}::uuid and c.kind = 'personal' and r.state <> 'accepted' order by c.created_at desc limit ${MOST_EARLIER}`.execute(
    db,
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

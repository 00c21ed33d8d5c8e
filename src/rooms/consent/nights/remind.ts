import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { canSendMail, enqueueMail } from '#ground/mail/outbox.ts';
import { listContactFacts, NOT_HERE } from '../contact-facts.ts';
import { decideContact } from '../contact.ts';
import { preferenceLinks } from '../preferences/link.ts';
import { letterFor } from '../requests/letter.ts';
import { writingFor } from '../requests/wording.ts';

const AT_ONCE = 200;

interface Due {
  talent_id: string;
  erase_on: string;
  days_before: 30 | 7;
  name: string;
  first_name: string;
  address_form: 'du' | 'sie' | null;
  email: string;
  language: string | null;
  company: string;
  country_profile: string;
}

/**
 * "Your permission ends": a month before and a week before, once each, as long as it may be asked. Who is silent now is asked when the
 * silence ends, if there is still time; who does not answer is erased (CO-4).
 * @returns how many were written
 */
export async function remindOfTheEnd(ctx: Ctx): Promise<number> {
  if (!canSendMail(ctx)) return 0;
  let written = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const due = await listDue(ctx, after);
    const last = due.at(-1);
    if (!last) return written;
    written += await remindThese(ctx, due);
    after = last.talent_id;
  }
}

async function listDue({ db, now }: Ctx, after: string): Promise<Due[]> {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql<Due>`
    select t.id as talent_id, t.erase_on::text as erase_on, case when t.erase_on <= ${today}::date + 7 then 7 else 30 end as days_before,
      concat_ws(' ', nullif(t.first_name, ''), nullif(t.last_name, '')) as name, t.first_name, t.address_form, a.value as email, t.language, e.name as company, e.country_profile
    from talents t join entities e on e.id = t.entity_id
    join lateral (select value from talent_addresses a where a.talent_id = t.id and a.kind = 'email' and a.bounced_at is null order by a.is_primary desc, a.created_at limit 1) a on true
    where t.id > ${after}::uuid and t.deleted_at is null and t.erase_on > ${today}::date and t.erase_on <= ${today}::date + 30
      and exists (select 1 from grounds g where g.talent_id = t.id and g.ended_at is null and g.basis in ('consent', 'user_agreement'))
      and not exists (select 1 from consent_reminders r where r.talent_id = t.id and r.erase_on = t.erase_on and r.days_before <= case when t.erase_on <= ${today}::date + 7 then 7 else 30 end)
    order by t.id limit ${AT_ONCE}`.execute(db);
  return rows;
}

async function remindThese(ctx: Ctx, due: readonly Due[]): Promise<number> {
  const ids = due.map(({ talent_id }) => talent_id);
  const facts = await listContactFacts(ctx, ids);
  const allowed = due.filter(({ talent_id: talentId }) => {
    const question = { talentId, channel: 'mail', purpose: 'question' } as const;
    return decideContact(facts.get(talentId) ?? NOT_HERE, question, ctx.now).isAllowed;
  });
  const links = await preferenceLinks(
    ctx,
    allowed.map(({ talent_id }) => talent_id),
  );
  for (const one of allowed) await remindOne(ctx, one, links.get(one.talent_id) ?? '');
  return allowed.length;
}

/** The mark and the mail are one: whatever ends this process, nobody is reminded twice. */
async function remindOne(ctx: Ctx, due: Due, link: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const marked = await ctx.db
      .insertInto('consent_reminders')
      .values({
        talent_id: due.talent_id,
        erase_on: due.erase_on,
        days_before: due.days_before,
        sent_at: ctx.now,
      })
      .onConflict((on) => on.doNothing())
      .returning('talent_id')
      .executeTakeFirst();
    if (!marked) return;
    const language = writingFor(due.language, due.country_profile);
    const { name, first_name: firstName, address_form: addressForm, company, erase_on: until } = due;
    const who = { name, firstName, addressForm, company, sender: company };
    const letter = letterFor({ kind: 'renew', ...who, until, link, language });
    await enqueueMail(ctx, {
      kind: 'consent.renew',
      form: 'notice',
      aboutId: due.talent_id,
      to: due.email,
      fromName: company,
      subject: letter.subject,
      text: letter.body,
      language,
      validUntil: new Date(`${until}T00:00:00Z`),
      contact: { purpose: 'question' },
    });
  });
}

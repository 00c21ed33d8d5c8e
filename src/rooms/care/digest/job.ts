import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { isLanguage } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { formatsFor } from '#ground/i18n/formats.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { oneLine } from '#ground/mail/one-line.ts';
import { canSendMail, enqueueMail } from '#ground/mail/outbox.ts';
import { may } from '#rooms/accounts/index.ts';
import { isClockRight } from '#rooms/consent/index.ts';
import type { Today } from '../schema-today.ts';
import { getToday } from '../today/today.ts';
import { holidaysOf, nextWorkingDay } from '../working-days.ts';
import type { DigestMember } from './due.ts';
import { isDigestHour, listDigestMembers, wallClock } from './due.ts';
import { lineFor } from './lines.ts';

const VALID_HOURS = 12;

/** Every quarter of an hour, because some zones lie half an hour or three quarters beside the others. */
export const digestJob = defineJob({
  name: 'care.digest',
  payload: z.object({}),
  key: () => 'one',
  schedule: { cron: '*/15 * * * *', timeZone: 'UTC' },
  run: (ctx) => sendDigests(ctx),
});

/** The five of the day by mail, at the hour each member chose, on their working days, once a day whatever happens to the process. */
export async function sendDigests(ctx: Ctx): Promise<void> {
  if (!canSendMail(ctx) || !(await isClockRight(ctx))) return;
  for (const member of await listDigestMembers(ctx.db)) {
    const clock = wallClock(member.time_zone, ctx.now);
    if (!isDigestHour(member, clock) || !(await worksOn(member, clock.day))) continue;
    await inTransaction(ctx, (ctx) => sendDigest(ctx, member, clock.day));
  }
}

async function worksOn({ region }: DigestMember, day: string): Promise<boolean> {
  const none = new Map<string, string>();
  const holidays = region === null ? () => none : await holidaysOf(region);
  return nextWorkingDay(day, holidays) === day;
}

/** That it was sent is noted with the mail itself: both are there or neither. */
async function sendDigest(ctx: Ctx, member: DigestMember, day: string): Promise<void> {
  const noted = await ctx.db
    .insertInto('digests')
    .values({ member_id: member.id, on_date: day, sent_at: ctx.now })
    .onConflict((on) => on.doNothing())
    .returning('member_id')
    .executeTakeFirst();
  if (!noted || !may({ kind: 'member', role: member.role }, 'care.read')) return;
  const today = await getToday({ ...ctx, actor: actorFor(member) });
  if (today.five.length === 0) return;
  await enqueueMail(ctx, {
    kind: 'care.digest',
    form: 'notice',
    aboutId: member.id,
    to: member.email,
    fromName: 'Wiedersehen',
    ...wordsFor(ctx, member, today),
    validUntil: new Date(ctx.now.getTime() + VALID_HOURS * 3_600_000),
  });
}

const actorFor = ({ id, role, entity_ids, language, time_zone }: DigestMember): Ctx['actor'] => ({
  kind: 'member',
  memberId: id,
  role,
  entityIds: entity_ids,
  language: language === 'en' ? 'en' : 'de',
  timeZone: time_zone,
  sessionId: null,
});

function wordsFor({ baseUrl }: Ctx, member: DigestMember, { five, queueCount, date }: Today) {
  const language: Language = isLanguage(member.language) ? member.language : 'de';
  const words = serverMessages(language);
  const formats = formatsFor(language, member.time_zone);
  const people = five.map((entry) => lineFor(entry, words, formats)).join('\n\n');
  const rest = words('care', 'digest.rest', { count: queueCount });
  const values = {
    name: oneLine(member.name),
    day: formats.weekday(date),
    people,
    rest,
    count: five.length,
    link: `${baseUrl}/today`,
    settings: `${baseUrl}/today/settings`,
  };
  return {
    subject: words('care', 'digest.subject', values),
    text: words('care', 'digest.text', values),
    language,
  };
}

import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { gone, invalid } from '#ground/errors/app-error.ts';
import { agree } from '../answers/agree.ts';
import { takeBack } from '../answers/take-back.ts';
import type { Choice, Proof } from '../answers/types.ts';
import { endOwnPauses, pause } from '../quiet/silences.ts';
import type { PreferenceAct, Preferences } from '../requests/schema.ts';
import { keepWording } from '../requests/wording.ts';
import type { Holder, Turned } from './read.ts';
import { asHolder, getHolder, listStayPurposes, preferencesOf } from './read.ts';

const EVIDENCE = 'own page of choices';

/**
 * What the person decides on their own page, without signing in: it acts at once. Leaving erases everything now, in a transaction of
 * its own; should this process die in between, the next night does it.
 * @returns what stands afterwards; null after leaving
 * @throws AppError consent.link_is_over, consent.topic_missing, consent.pause_in_past, consent.pause_too_long, consent.nothing_to_extend
 */
export async function actOnOwnPage(
  ctx: Ctx,
  token: string,
  act: PreferenceAct,
  turned?: Turned,
): Promise<Preferences | null> {
  const holder = await getHolder(ctx, token, turned);
  const asPerson = asHolder(ctx, holder);
  if (act.act === 'leave') {
    await inTransaction(asPerson, (ctx) => leave(ctx, holder));
    await asPerson.emit(asPerson, 'consent.erase_now', { talentIds: [holder.talentId] });
    return null;
  }
  await inTransaction(asPerson, (ctx) => decide(ctx, holder, act));
  const now = await getHolder(ctx, token, turned);
  return preferencesOf(asPerson, now);
}

type Decision = Exclude<PreferenceAct, { act: 'leave' }>;

async function decide(ctx: Ctx, holder: Holder, act: Decision): Promise<void> {
  switch (act.act) {
    case 'topic':
      await refuseOtherTopic(ctx, holder, act.topicId);
      return answer(ctx, holder, { purpose: 'newsletter', topicId: act.topicId }, act.wants ? 'yes' : 'no');
    case 'way':
      return answer(ctx, holder, { purpose: 'contact_channels', channel: act.channel }, act.wants ? 'yes' : 'no');
    case 'pause':
      return pause(ctx, { talentId: holder.talentId, until: act.until, eraseOn: holder.eraseOn });
    case 'resume':
      return endOwnPauses(ctx, holder.talentId);
    case 'extend':
      return extend(ctx, holder);
  }
}

async function answer(ctx: Ctx, holder: Holder, choice: Choice, said: 'yes' | 'no'): Promise<void> {
  const { talentId } = holder;
  const textId = await keepWording(ctx, { purpose: choice.purpose, ...holder });
  const proof: Proof = { form: 'portal', evidence: EVIDENCE, textId };
  if (said === 'yes') return agree(ctx, { talentId, choices: [choice], proofOf: () => proof });
  await takeBack(ctx, { talentId, choices: [choice], kind: 'withdrawn', proof });
}

/** Only this act of the person moves the day of erasure (CO-5). */
async function extend(ctx: Ctx, holder: Holder): Promise<void> {
  const purposes = await listStayPurposes(ctx, holder.talentId);
  if (purposes.length === 0) throw gone('consent.nothing_to_extend');
  const texts = new Map<string, string>();
  for (const purpose of purposes) texts.set(purpose, await keepWording(ctx, { purpose, ...holder }));
  await agree(ctx, {
    talentId: holder.talentId,
    choices: purposes.map((purpose) => ({ purpose })),
    proofOf: ({ purpose }) => ({ form: 'portal', evidence: EVIDENCE, textId: texts.get(purpose) }),
  });
}

async function leave(ctx: Ctx, { talentId }: Holder): Promise<void> {
  const purposes = await listStayPurposes(ctx, talentId);
  await takeBack(ctx, {
    talentId,
    choices: purposes.map((purpose) => ({ purpose })),
    kind: 'withdrawn',
    proof: { form: 'portal', evidence: EVIDENCE },
  });
}

async function refuseOtherTopic({ db }: Ctx, { entityId }: Holder, topicId: string): Promise<void> {
  const topic = await db
    .selectFrom('topics')
    .select('id')
    .where('id', '=', topicId)
    .where('entity_id', '=', entityId)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  if (!topic) throw invalid('consent.topic_missing');
}

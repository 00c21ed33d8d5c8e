import type { Ctx } from '#ground/context.ts';
import type { ClientInput } from '#ground/http/contract.ts';
import { addAddress, createView, editTalent, givePromise, keepPromise } from '#rooms/talents/contract.ts';
import { dayFrom } from '../calendar.ts';
import type { Care, Promised } from '../cast/types.ts';
import { VIEWS } from '../views.ts';
import type { OfTalent, Planting } from './histories.ts';

/** What recruiters do by hand, done by hand: each act in the name of the owner and on its day. */
export async function carePlanted(planting: Planting, histories: readonly OfTalent[]): Promise<void> {
  const versions = await versionsOf(planting, histories);
  for (const history of histories) {
    if (history.care)
      await edit(planting, history, { care: history.care, version: versions.get(history.talentId) ?? 1 });
    for (const promised of history.promises) await promise(planting, history, promised);
    if (history.told?.phone) await addPhone(planting, history.talentId, history.told.phone);
  }
  await pinViews(planting);
}

/** A minute apart, so that they keep their order. */
async function pinViews(planting: Planting) {
  const ctx = ofMara(planting);
  for (const [index, view] of VIEWS.entries()) {
    const now = new Date(ctx.now.getTime() - (VIEWS.length - index) * 60_000);
    await planting.act({ ...ctx, now }, createView, { body: view });
  }
}

const ofMara = ({ ctxOn, team, company }: Planting): Ctx => ctxOn(team.mara, company.today);

async function versionsOf(planting: Planting, histories: readonly OfTalent[]): Promise<Map<string, number>> {
  const ids = histories.filter(({ care }) => care).map(({ talentId }) => talentId);
  const rows = await ofMara(planting)
    .db.selectFrom('talents')
    .select(['id', 'version'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Reto reads only; what he agrees on is entered by Mara. */
function actorFor({ team }: Planting, { owner }: Pick<Care, 'owner'>) {
  return owner && owner !== 'reto' ? team[owner] : team.mara;
}

async function edit(planting: Planting, { talentId }: OfTalent, { care, version }: { care: Care; version: number }) {
  const { company, ctxOn, act } = planting;
  const ctx = ctxOn(actorFor(planting, care), dayFrom(company.today, -care.stageDaysAgo));
  await act(ctx, editTalent, { params: { talentId }, body: { version, changes: changesFor(planting, care) } });
}

type Changes = ClientInput<typeof editTalent>['body']['changes'];

function changesFor({ company, team }: Planting, care: Care): Changes {
  const { stage, owner, deputy, nextStep, nextStepInDays, wishes, availableInDays, preferredChannel } = care;
  const dayIn = (days: number) => dayFrom(company.today, days);
  return {
    stage,
    ...(owner ? { ownerId: team[owner].memberId } : {}),
    ...(deputy ? { deputyId: team[deputy].memberId } : {}),
    ...(nextStep ? { nextStep } : {}),
    ...(nextStepInDays === undefined ? {} : { nextStepOn: dayIn(nextStepInDays) }),
    ...(wishes ? { wishes } : {}),
    ...(availableInDays === undefined ? {} : { availableFrom: dayIn(availableInDays) }),
    ...(preferredChannel ? { preferredChannel } : {}),
  };
}

async function promise(
  planting: Planting,
  { talentId, care }: OfTalent,
  { what, dueInDays, givenDaysAgo, isKept }: Promised,
) {
  const { company, ctxOn, act } = planting;
  const actor = actorFor(planting, care ?? {});
  const dueOn = dayFrom(company.today, dueInDays);
  const given = await act(ctxOn(actor, dayFrom(company.today, -givenDaysAgo)), givePromise, {
    params: { talentId },
    body: { what, dueOn },
  });
  if (isKept) await act(ctxOn(actor, dueOn), keepPromise, { params: { talentId, partId: given.id } });
}

const addPhone = (planting: Planting, talentId: string, value: string) =>
  planting.act(ofMara(planting), addAddress, { params: { talentId }, body: { kind: 'phone', value, isPrimary: true } });

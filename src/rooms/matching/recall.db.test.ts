import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { Answer, MatchingHouse } from './testing.ts';
import { note, openMatchingHouse } from './testing.ts';

let here: MatchingHouse;
beforeAll(async () => {
  here = await openMatchingHouse();
});
afterAll(() => here.house.close());

const station = (role: string, more: object = {}) => ({
  stations: [
    {
      id: newId(),
      employer: 'Kellermatt Antriebe AG',
      role,
      isOurs: true,
      startedOn: '2019-01-01',
      endedOn: '2024-03-31',
      source: 'test',
      ...more,
    },
  ],
});
const application = (vacancy: string) => ({
  segments: ['silver_medalist'],
  applications: [{ id: newId(), vacancy, appliedOn: '2025-02-01', outcome: 'rejected' as const }],
});
const aFamily = async (name: string) => (await here.ask('POST', '/role-families', { name })).body.id;
const recallOf = async (demandId: string): Promise<Answer['body'][]> =>
  (await here.ask('GET', `/demands/${demandId}/matches`)).body.recall;
const ids = (people: Answer['body'][]) => people.map(({ talentId }) => talentId);

describe('the recall list', () => {
  it('begins with who was here or nearly taken in this family of roles, and with nobody from another one', async () => {
    const former = await here.aTalent({ lastName: 'Gegangen', ...station('Data Engineer') });
    const medal = await here.aTalent({ lastName: 'Silber', ...application('Data Engineerin (m/w/d)') });
    const cook = await here.aTalent({ lastName: 'Küche', ...station('Köchin') });
    const present = await here.aTalent({ lastName: 'Noch da', ...station('Data Engineer', { endedOn: undefined }) });
    const unwilling = await here.aTalent({ lastName: 'Nie wieder', ...station('Data Engineer', { rehireWish: 'no' }) });
    const stranger = await here.aTalent({
      lastName: 'Fremd',
      ...note('Data Engineer seit zehn Jahren, Python und SQL.'),
    });

    const recall = await recallOf(await here.aDemand({ title: 'Data Engineer', must: [{ label: 'Python' }] }));

    expect(new Set(ids(recall))).toEqual(new Set([former, medal]));
    for (const one of [cook, present, unwilling, stranger]) expect(ids(recall)).not.toContain(one);
    expect(recall.find(({ talentId }) => talentId === former).recall).toEqual({
      kind: 'former',
      on: '2024-03-31',
      role: 'Data Engineer',
      wishesToReturn: null,
    });
    expect(recall.find(({ talentId }) => talentId === medal).recall).toMatchObject({
      kind: 'silver_medalist',
      role: 'Data Engineerin (m/w/d)',
    });
  });

  it('knows by the family of roles what the title alone does not say', async () => {
    const familyId = await aFamily('Küche und Gastraum');
    const cook = await here.aTalent({ lastName: 'Herd', ...station('Koch') });
    await here.aDemand({ title: 'Koch', roleFamilyId: familyId });
    const must = [{ label: 'Hygienevorschriften' }];

    const inFamily = await recallOf(await here.aDemand({ title: 'Verstärkung gesucht', must, roleFamilyId: familyId }));
    const clerk = await recallOf(await here.aDemand({ title: 'Buchhalter', must }));

    expect(ids(inFamily)).toContain(cook);
    expect(ids(clerk)).not.toContain(cook);
  });

  it('knows who was nearly taken by what the vacancy was about', async () => {
    const medal = await here.aTalent({
      lastName: 'Prüfstand',
      ...application('Data Engineering Condition Monitoring'),
    });

    const recall = await recallOf(await here.aDemand({ title: 'Data Engineer', must: [{ label: 'Python' }] }));

    expect(ids(recall)).toContain(medal);
  });

  it('leaves everybody else in the list, those of other families with their last day', async () => {
    const baker = await here.aTalent({ lastName: 'Backstube', ...station('Bäcker') });
    const demandId = await here.aDemand({ title: 'Data Engineer', must: [{ label: 'SQL' }] });

    const { items, recallCount, recall, rankedCount } = (
      await here.ask('GET', `/demands/${demandId}/matches?limit=100`)
    ).body;

    const found = items.find(({ talentId }: { talentId: string }) => talentId === baker);
    expect(found.recall).toMatchObject({ kind: 'former', role: 'Bäcker' });
    expect([recallCount, items.length + recall.length]).toEqual([recall.length, rankedCount]);
  });

  it('counts the same people in the order of the alphabet', async () => {
    await here.aTalent({ lastName: 'Konditor', ...station('Konditor') });
    const demandId = await here.aDemand({ title: 'Data Engineer', must: [{ label: 'SQL' }] });

    const countOf = async (order: string) =>
      (await here.ask('GET', `/demands/${demandId}/matches?order=${order}`)).body.recallCount;

    expect(await countOf('name')).toBe(await countOf('points'));
  });

  it('changes at once when somebody leaves', async () => {
    const talentId = await here.aTalent({ lastName: 'Geht bald', ...station('Schreiner', { endedOn: undefined }) });
    const demandId = await here.aDemand({ title: 'Schreiner', must: [{ label: 'Holzbearbeitung' }] });
    const before = await recallOf(demandId);

    await here.house.db
      .updateTable('career_stations')
      .set({ ended_on: '2026-11-01' })
      .where('talent_id', '=', talentId)
      .execute();
    await here.house.systemCtx().emit(here.house.systemCtx(), 'talents.words_changed', { talentIds: [talentId] });

    expect([ids(before), ids(await recallOf(demandId))]).toEqual([[], [talentId]]);
  });
});

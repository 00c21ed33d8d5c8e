import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { mergeTalents, unmergeTalents } from '#rooms/talents/index.ts';
import { lookForAlerts } from './alerts/look.ts';
import { listMatchAlerts } from './index.ts';
import type { MatchingHouse } from './testing.ts';
import { note, openMatchingHouse } from './testing.ts';
import type { MatchAlert } from './schema-alerts.ts';

let here: MatchingHouse;
beforeAll(async () => {
  here = await openMatchingHouse();
});
afterAll(() => here.house.close());
beforeEach(() => here.house.db.updateTable('demands').set({ state: 'closed', closed_on: '2026-11-23' }).execute());

const look = () => lookForAlerts(here.house.systemCtx());
const alerts = async (): Promise<MatchAlert[]> => (await here.ask('GET', '/matching/alerts?limit=50')).body.items;
const aboutOne = async (talentId: string) => (await alerts()).filter((one) => one.talentId === talentId);
const say = (talentId: string, body: string) => here.ask('POST', `/talents/${talentId}/notes`, { body });

describe('an alert', () => {
  it('comes with a new demand for whom it fits, with what proves it', async () => {
    const able = await here.aTalent({
      lastName: 'Zingg',
      ...note('Baut seit Jahren Datenstrecken mit Haskell und Prolog.'),
    });
    const other = await here.aTalent({ lastName: 'Gärtner', ...note('Pflegt den Garten der Stadt.') });
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Haskell' }, { label: 'Prolog' }] });

    await here.house.runJobs();

    const [alert, ...more] = await aboutOne(able);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ kind: 'demand', demand: { id: demandId, title: 'Sonderaufgabe' } });
    expect(alert?.reasons.map(({ label }) => label)).toEqual(expect.arrayContaining(['Haskell', 'Prolog']));
    const proof = alert?.reasons[0]?.evidence[0];
    expect(proof?.sentence.slice(proof.spanFrom, proof.spanTo)).toMatch(/haskell|prolog/iu);
    expect(await aboutOne(other)).toEqual([]);
  });

  it('comes when somebody says something new that an open demand asks for', async () => {
    const talentId = await here.aTalent({ lastName: 'Spät' });
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Erlang' }] });
    await here.house.runJobs();
    expect(await aboutOne(talentId)).toEqual([]);

    await say(talentId, 'Betreibt seit 2019 Vermittlungsrechner mit Erlang.');
    await look();

    expect(await aboutOne(talentId)).toMatchObject([{ kind: 'talent', demand: { id: demandId } }]);
  });

  it('is not told twice, and is told again when something else speaks for it', async () => {
    const talentId = await here.aTalent({ lastName: 'Einmal', ...note('Kann Kubernetes.') });
    await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Kubernetes' }], nice: [{ label: 'Terraform' }] });
    await here.house.runJobs();
    const [first] = await aboutOne(talentId);
    await here.ask('PUT', `/matching/alerts/${first?.id}/dismissal`);

    await say(talentId, 'Hat am Telefon freundlich gegrüsst.');
    await look();
    const afterSmallTalk = await aboutOne(talentId);
    await say(talentId, 'Entwickelt seit März in Terraform.');
    await look();

    expect(afterSmallTalk).toEqual([]);
    expect(await aboutOne(talentId)).toMatchObject([
      { reasons: expect.arrayContaining([expect.objectContaining({ label: 'Terraform' })]) },
    ]);
  });

  it('that was put aside comes back when that is taken back', async () => {
    const talentId = await here.aTalent({ lastName: 'Zurück', ...note('Kann Fortran.') });
    await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Fortran' }] });
    await here.house.runJobs();
    const [alert] = await aboutOne(talentId);
    const path = `/matching/alerts/${alert?.id}/dismissal`;

    expect((await here.ask('PUT', path, undefined, 'privacy_officer')).status).toBe(403);
    await here.ask('PUT', path);
    const gone = await aboutOne(talentId);
    await here.ask('DELETE', path);

    expect(gone).toEqual([]);
    expect(await aboutOne(talentId)).toHaveLength(1);
    expect((await here.ask('PUT', `/matching/alerts/${newId()}/dismissal`)).body.code).toBe('matching.alert_missing');
  });

  it('goes when the demand asks for something else', async () => {
    const talentId = await here.aTalent({ lastName: 'Weg', ...note('Kann PostgreSQL.') });
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'PostgreSQL' }] });
    await here.house.runJobs();
    const before = await aboutOne(talentId);
    const { version } = (await here.ask('GET', `/demands/${demandId}`)).body;
    here.house.clock.now = new Date(here.house.clock.now.getTime() + 60_000);

    await here.ask('PATCH', `/demands/${demandId}`, { version, must: [{ label: 'Cobol' }] });
    await here.house.runJobs();

    expect([before.length, (await aboutOne(talentId)).length]).toEqual([1, 0]);
  });

  it('never points at somebody who may not be compared, nor at a match that a human has decided', async () => {
    const noted = await here.aTalent({ lastName: 'Mündlich', ...note('Kann Ansible.') }, 'spoken');
    const quiet = await here.aTalent({ lastName: 'Ruhig', ...note('Kann Ansible.') });
    const decided = await here.aTalent({ lastName: 'Entschieden', ...note('Kann Ansible.') });
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Ansible' }] });
    await here.ask('PUT', `/demands/${demandId}/matches/${decided}/decision`, { kind: 'shortlisted' });
    await here.house.runJobs();
    const before = (await alerts()).map(({ talentId }) => talentId);

    await here.house.db
      .insertInto('silences')
      .values({
        id: newId(),
        talent_id: quiet,
        reason: 'wish',
        starts_on: '2026-11-01',
        ends_on: '2027-02-01',
        created_at: here.house.clock.now,
      })
      .execute();
    const after = (await alerts()).map(({ talentId }) => talentId);

    expect(before).toEqual([quiet]);
    expect(after).toEqual([]);
    expect(before).not.toContain(noted);
  });

  it('shows no quote of a note to a hiring manager, and nothing to a stranger', async () => {
    const talentId = await here.aTalent({ lastName: 'Geheim', ...note('Vertraulich: spricht fliessend Ocaml.') });
    await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'OCaml' }] });
    await here.house.runJobs();

    const open = JSON.stringify(await aboutOne(talentId));
    const manager = JSON.stringify((await here.ask('GET', '/matching/alerts', undefined, 'hiring_manager')).body);
    const stranger = await listMatchAlerts(here.house.ctxFor('administrator', [here.house.otherEntityId]), {
      limit: 50,
    });

    expect(open).toContain('Vertraulich');
    expect(manager).toContain(talentId);
    expect(manager).not.toContain('Vertraulich');
    expect(stranger).toEqual({ items: [], total: 0 });
    expect((await here.ask('GET', '/matching/alerts', undefined, 'auditor')).status).toBe(403);
  });

  it('is a run in the log, made by the program', async () => {
    await here.aTalent({ lastName: 'Protokoll', ...note('Kann Ada.') });
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Ada' }] });

    await here.house.runJobs();

    const { items } = (await here.ask('GET', '/matching/runs', undefined, 'privacy_officer')).body;
    const run = items.find((one: { purpose: string; demand: { id: string } }) => one.demand?.id === demandId);
    expect(run).toMatchObject({ purpose: 'alert', by: null, level: 'B' });
  });

  it('goes with the person, and with the demand', async () => {
    const talentId = await here.aTalent({ lastName: 'Abschied', ...note('Kann Forth.') });
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Forth' }] });
    await here.house.runJobs();
    const count = () =>
      here.house.db
        .selectFrom('match_alerts')
        .select('id')
        .where('demand_id', '=', demandId)
        .execute()
        .then(({ length }) => length);
    const before = await count();

    await here.house.db.deleteFrom('talents').where('id', '=', talentId).execute();

    expect([before, await count()]).toEqual([1, 0]);
  });

  it('counts many changes at once without reading everybody for each', async () => {
    await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Eiffel' }] });
    await here.house.runJobs();
    const ids: string[] = [];
    for (let at = 0; at < 30; at += 1)
      ids.push(await here.aTalent({ lastName: `Menge ${at}`, ...note(at % 2 === 0 ? 'Kann Eiffel.' : 'Mag Blumen.') }));

    await look();
    const found = await alerts();
    await look();

    expect(found).toHaveLength(12);
    expect(found.every(({ talentId }) => ids.indexOf(talentId) % 2 === 0)).toBe(true);
    expect((await alerts()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });
});

describe('two records that become one', () => {
  it('keep what a human said about a match and about a finding, and get it back when they are parted', async () => {
    const kept = await here.aTalent({ lastName: 'Eins', firstName: 'Ada' });
    const gone = await here.aTalent({ lastName: 'Eins', firstName: 'Ada', ...note('Kann Rexx.') });
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Rexx' }] });
    await here.ask('PUT', `/demands/${demandId}/matches/${gone}/decision`, { kind: 'later' });
    const decisionsOf = (talentId: string) =>
      here.house.db
        .selectFrom('match_decisions')
        .select('id')
        .where('talent_id', '=', talentId)
        .execute()
        .then(({ length }) => length);

    const { mergeId } = await mergeTalents(here.house.ctxFor('recruiter'), { keptId: kept, goneId: gone, fields: {} });
    const merged = [await decisionsOf(kept), await decisionsOf(gone)];
    await unmergeTalents(here.house.ctxFor('recruiter'), mergeId);

    expect(merged).toEqual([1, 0]);
    expect([await decisionsOf(kept), await decisionsOf(gone)]).toEqual([0, 1]);
  });
});

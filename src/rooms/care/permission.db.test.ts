import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { ContactChannel } from '#rooms/consent/index.ts';
import { mayContactMany } from '#rooms/consent/index.ts';
import { updatePeople } from '#rooms/talents/index.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { sendDigests } from './digest/job.ts';
import type { Answer } from './testing.ts';
import { asking, aTouch, beginDay, emptyCare, keepSomebody, underPlan } from './testing.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

const WAYS: readonly ContactChannel[] = ['mail', 'phone', 'meeting', 'linkedin', 'post'];
const numberFrom = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** What Today asks the recruiter to do that permission refuses at this moment. */
async function refusedInToday(): Promise<string[]> {
  const { five } = (await ask('GET', '/today')).body;
  const { items } = (await ask('GET', '/today/queue?limit=100')).body;
  const entries: Answer[] = [...five, ...items];
  const questions = entries.flatMap(({ person }) =>
    WAYS.map((channel) => ({ talentId: person.id, channel, purpose: 'personal' as const })),
  );
  const answers = await mayContactMany(house.ctxFor('recruiter'), questions);
  const allowed = new Set(
    questions.filter((_, index) => answers[index]?.isAllowed).map(({ talentId, channel }) => `${talentId} ${channel}`),
  );
  return entries.flatMap(({ person, suggestedChannel, reasons }) => {
    const steps: string[] = reasons
      .filter(({ kind }: Answer) => kind === 'task')
      .map(({ stepKind }: Answer) => (stepKind === 'call' ? 'phone' : stepKind));
    return [suggestedChannel, ...steps]
      .filter((way) => !allowed.has(`${person.id} ${way}`))
      .map((way) => `${person.lastName}: ${way}`);
  });
}

describe('whatever happens', () => {
  it.each([1, 2, 3])('nobody is named whom permission refuses at that moment (sequence of acts %i)', async (seed) => {
    const random = numberFrom(seed);
    const people = await Promise.all(Array.from({ length: 14 }, (_, index) => somebody(index)));
    const { poolId } = await underPlan(house, people, {
      plan: { everyDays: 30, channels: ['mail', 'phone', 'meeting'] },
    });
    const sequence = await ask('POST', '/sequences', {
      name: 'Kennenlernen',
      steps: [
        { afterDays: 0, kind: 'mail', title: 'Schreiben' },
        { afterDays: 3, kind: 'call', title: 'Anrufen' },
      ],
      entry: 'by_hand',
      state: 'running',
    });
    const seen = new Set<string>();

    for (let act = 0; act < 45; act += 1) {
      const one = people[random(people.length)] ?? '';
      const name = await doSomething(random(11), {
        one,
        other: people[random(people.length)] ?? '',
        poolId,
        sequenceId: sequence.body.id,
        random,
      });
      for (const { person } of (await ask('GET', '/today')).body.five) seen.add(person.id);
      expect([name, await refusedInToday()]).toEqual([name, []]);
    }

    expect(seen.size).toBeGreaterThan(4);
  });

  it('sends nothing by itself: the digest names only those who may be contacted when it is written', async () => {
    const [fine, quiet] = [await somebody(0), await somebody(1)];
    await underPlan(house, [fine, quiet], { plan: { everyDays: 30 } });
    await ask('PATCH', '/today/settings', { digestOn: true, digestHour: 7 });
    await sql`insert into silences (id, talent_id, reason, starts_on, ends_on, created_at) values (${newId()}, ${quiet}, 'asked', '2026-11-24', '2026-12-24', now())`.execute(
      house.db,
    );
    house.clock.now = new Date('2026-11-24T06:30:00Z');

    await sendDigests({ ...house.systemCtx(), mailer: { send: async () => ({ kind: 'accepted' }), close: () => {} } });

    const { rows } = await sql<{ subject: string }>`select subject from mails where kind = 'care.digest'`.execute(
      house.db,
    );
    expect(rows).toEqual([{ subject: 'Heute wartet ein Gespräch' }]);
  });
});

const somebody = (index: number) =>
  keepSomebody(house, {
    lastName: `Nummer ${index}`,
    touchpoints: index % 5 === 4 ? [] : [aTouch(`2026-09-${String(1 + index).padStart(2, '0')}T09:00:00Z`)],
    addresses:
      index % 4 === 3 ? [] : [{ id: newId(), kind: 'email', value: `${newId()}@mail.example`, isPrimary: true }],
  });

interface Stage {
  one: string;
  other: string;
  poolId: string;
  sequenceId: string;
  random: (below: number) => number;
}

const dayIn = (days: number) => new Date(house.clock.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
let merges: string[] = [];
let acted: string[] = [];

const ACTS: readonly [string, (stage: Stage) => Promise<unknown>][] = [
  [
    'a contact',
    ({ one, random }) =>
      ask('POST', `/talents/${one}/touchpoints`, {
        channel: random(2) === 0 ? 'mail' : 'phone',
        direction: random(3) === 0 ? 'theirs' : 'ours',
      }),
  ],
  [
    'a silence',
    ({ one, random }) =>
      ask('POST', `/talents/${one}/silences`, { reason: 'asked', from: dayIn(0), until: dayIn(1 + random(9)) }),
  ],
  [
    'an objection',
    ({ one, random }) =>
      random(3) === 0
        ? ask('POST', `/talents/${one}/objections`, { scope: 'direct_contact', via: 'phone' })
        : Promise.resolve(),
  ],
  [
    'a withdrawal',
    ({ one, random }) =>
      random(2) === 0
        ? ask('POST', `/talents/${one}/withdrawals`, {
            purpose: 'talent_pool',
            form: 'mail',
            evidence: 'Mail vom Morgen',
          })
        : Promise.resolve(),
  ],
  [
    'a promise',
    ({ one, random }) => ask('POST', `/talents/${one}/promises`, { what: 'Anruf', dueOn: dayIn(random(4) - 2) }),
  ],
  [
    'a sequence',
    ({ one, other, sequenceId }) => ask('POST', `/sequences/${sequenceId}/runs`, { talentIds: [one, other] }),
  ],
  [
    'some days',
    async ({ random }) =>
      beginDay(house, new Date(house.clock.now.getTime() + (1 + random(12)) * 86_400_000).toISOString()),
  ],
  ['a merge or its end', mergeOrPart],
  ['an act in Today or its undo', actOrUndo],
  ['an import', ({ one }) => importFor(one)],
  [
    'a change of pool',
    ({ one, poolId, random }) =>
      random(2) === 0
        ? ask('POST', `/pools/${poolId}/members/removals`, { ids: [one] })
        : ask('POST', `/pools/${poolId}/members`, { selection: { ids: [one] } }),
  ],
];

async function doSomething(which: number, stage: Stage): Promise<string> {
  const [name, act] = ACTS[which] ?? ['nothing', async () => {}];
  await act(stage);
  return name;
}

async function mergeOrPart({ one, other, random }: Stage) {
  const last = merges.pop();
  if (last && random(2) === 0) {
    await ask('POST', `/merges/${last}/undo`);
    return;
  }
  const { status, body } = await ask('POST', `/talents/${one}/merge`, { otherId: other });
  if (status < 300) merges.push(body.mergeId);
}

async function actOrUndo({ random }: Stage) {
  const last = acted.pop();
  if (last && random(2) === 0) {
    await ask('DELETE', last);
    return;
  }
  const [first] = (await ask('GET', '/today')).body.five;
  if (!first) return;
  const [act, body] = (
    [
      ['done', {}],
      ['snooze', { until: dayIn(2) }],
      ['not-now', { reasonKind: 'project', comeBack: { until: dayIn(5) } }],
    ] as const
  )[random(3)] ?? ['done', {}];
  const path = `/reminders/${first.reasons[0].reminderId}/${act}`;
  if ((await ask('PUT', path, body)).status === 200) acted.push(path);
}

const importFor = (id: string) =>
  updatePeople(house.systemCtx(), [
    {
      id,
      source: 'import',
      segments: [],
      tags: [],
      stations: [],
      applications: [],
      skills: [],
      notes: [],
      addresses: [
        {
          id: newId(),
          kind: 'phone',
          value: '+41 79 555 02 02',
          normalForm: `+4179555${String(house.clock.now.getTime()).slice(-4)}`,
        },
      ],
      touchpoints: [],
    },
  ]);

beforeEach(() => {
  merges = [];
  acted = [];
});

import { newId } from '#ground/ids.ts';
import type { NewPerson } from '#rooms/talents/index.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import type { TestHouse } from '../../testing/test-house.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
export type Answer = Record<string, any>;
export type Role = Parameters<TestHouse['request']>[0];

/** Requests with their answers already read. */
export function asking(house: () => TestHouse) {
  return async (method: string, path: string, body?: unknown, role: Role = 'recruiter') => {
    const answer = await house().request(role, method, path, body);
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, body: (isJson ? await answer.json() : {}) as Answer };
  };
}

/** People of the recruiter with the administrator as deputy. */
export async function keepLookedAfter(
  house: TestHouse,
  count: number,
  given: Partial<NewPerson> | (() => Partial<NewPerson>) = {},
) {
  const [ownerId, deputyId] = [house.actorFor('recruiter').memberId, house.actorFor('administrator').memberId];
  const people = Array.from({ length: count }, (_, i) =>
    aPerson(house.entityId, {
      firstName: 'Ilse',
      lastName: `Aebischer ${String(i).padStart(3, '0')}`,
      ...(ownerId && deputyId ? { ownerId, deputyId } : {}),
      ...(typeof given === 'function' ? given() : given),
      id: newId(),
    }),
  );
  await keepPeople(house.systemCtx(), people);
  return people.map(({ id }) => id);
}

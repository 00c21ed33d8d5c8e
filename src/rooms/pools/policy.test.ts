import { describe, expect, it } from 'vitest';
import { DEFAULT_CAP, leftOutOf, obstaclesOf, policyOf, refusalOf } from './policy.ts';

const entry = { mode: 'boutique', cap: 25, reason: 'Kennt Umrichter wie wenige.', people: 1, via: 'hand' } as const;
const entrant = { ownerId: 'mara', deputyId: 'lukas', ownersPeople: 0 };
const member = { ownerId: 'mara', deputyId: 'lukas', hasReason: true };

describe('a Boutique pool', () => {
  it('takes one person by hand with a reason', () => {
    expect(refusalOf(entry)).toBeUndefined();
    expect(leftOutOf(entry, entrant)).toBeUndefined();
  });

  it.each([null, '', '   '])('refuses an entry without a written reason: %j', (reason) => {
    expect(refusalOf({ ...entry, reason })).toBe('reason_needed');
  });

  it('refuses two people at once', () => {
    expect(refusalOf({ ...entry, people: 2 })).toBe('bulk_forbidden');
  });

  it('refuses even a single person whom a rule found', () => {
    expect(refusalOf({ ...entry, via: 'rule' })).toBe('bulk_forbidden');
  });

  it.each([[{ ownerId: null }], [{ deputyId: null }], [{ deputyId: 'mara' }]])(
    'leaves out somebody without an owner and another person as deputy: %j',
    (lacking) => {
      expect(leftOutOf(entry, { ...entrant, ...lacking })).toBe('no_owner_and_deputy');
    },
  );

  it('takes the 25th person of an owner and leaves out the 26th', () => {
    expect(leftOutOf(entry, { ...entrant, ownersPeople: 24 })).toBeUndefined();
    expect(leftOutOf(entry, { ...entrant, ownersPeople: 25 })).toBe('cap');
  });

  it('goes by its own cap, and by the usual one where it has none', () => {
    expect(leftOutOf({ mode: 'boutique', cap: 3 }, { ...entrant, ownersPeople: 3 })).toBe('cap');
    expect(leftOutOf({ mode: 'boutique', cap: null }, { ...entrant, ownersPeople: DEFAULT_CAP })).toBe('cap');
  });
});

describe('a Volumen pool', () => {
  it('takes any number at once, without reasons, owners or a cap', () => {
    expect(refusalOf({ mode: 'volume', cap: null, reason: null, people: 5000, via: 'rule' })).toBeUndefined();
    expect(
      leftOutOf({ mode: 'volume', cap: null }, { ownerId: null, deputyId: null, ownersPeople: 9000 }),
    ).toBeUndefined();
  });

  it('says to other rooms that bulk is allowed, and a Boutique pool that it is not', () => {
    expect(policyOf('volume').allowsBulk).toBe(true);
    expect(policyOf('boutique').allowsBulk).toBe(false);
  });
});

describe('a pool that is to be run as Boutique from now on', () => {
  it('is in nobody’s way when everyone has a reason, an owner and a deputy', () => {
    expect(obstaclesOf(entry, [member, member])).toEqual({ withoutReason: 0, withoutOwnerAndDeputy: 0, overCap: 0 });
  });

  it('counts who lacks what', () => {
    const members = [{ ...member, hasReason: false }, { ...member, deputyId: null }, member];

    expect(obstaclesOf({ mode: 'boutique', cap: 2 }, members)).toEqual({
      withoutReason: 1,
      withoutOwnerAndDeputy: 1,
      overCap: 1,
    });
  });

  it('asks nothing of people in a Volumen pool', () => {
    expect(obstaclesOf({ mode: 'volume', cap: null }, [{ ownerId: null, deputyId: null, hasReason: false }])).toEqual({
      withoutReason: 0,
      withoutOwnerAndDeputy: 0,
      overCap: 0,
    });
  });
});

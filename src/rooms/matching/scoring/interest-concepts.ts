import type { DemandQuery } from './types.ts';

/** What somebody must wish so that it meets a demand: what is asked for, or what stands near. Skills first, in the order of the wishes. */
export function interestConcepts({ must, nice, occupation }: DemandQuery): { same: number[]; near: number[] } {
  const wishes = [...must, ...nice];
  const same = new Set([...wishes.flatMap(({ concept }) => concept ?? []), ...(occupation?.concepts ?? [])]);
  const near = new Set(
    [...wishes, ...(occupation ? [occupation] : [])].flatMap(({ close }) => close.map(({ concept }) => concept)),
  );
  return { same: [...same], near: [...near].filter((concept) => !same.has(concept)) };
}

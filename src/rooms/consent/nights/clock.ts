import { uptime } from 'node:os';

const LONGEST_JUMP_MS = 86_400_000;

/** The moment at which this machine seems to have started: it stays the same unless somebody moves the clock. */
const startedAtMs = (nowMs: number, uptimeSeconds: number) => nowMs - uptimeSeconds * 1000;

let trustedStartMs = startedAtMs(Date.now(), uptime());

/** How far the clock of this machine was moved since this process began, or since somebody confirmed it; forwards is positive. */
export const clockJumpMs = (nowMs = Date.now(), uptimeSeconds = uptime(), trusted = trustedStartMs): number =>
  startedAtMs(nowMs, uptimeSeconds) - trusted;

/**
 * Two hours in the night on which clocks change or a correction by minutes are everyday; more than a day means that nobody knows which
 * day it is, and what is erased too early does not come back.
 * @param lastNight the last moment that was trusted; a clock that stands before it has been set back
 * @source RL-9
 */
export function isClockTrusted(jumpMs: number, now: Date, lastNight: Date | undefined): boolean {
  if (Math.abs(jumpMs) > LONGEST_JUMP_MS) return false;
  return lastNight === undefined || now.getTime() >= lastNight.getTime() - LONGEST_JUMP_MS;
}

/** Somebody looked and says that the clock is right. */
export function trustClock(): void {
  trustedStartMs = startedAtMs(Date.now(), uptime());
}

import type { Classification, ImportedApplication, ImportedPerson } from '../types.ts';
import { STAGE_ORDER, type SilverMedalistRule } from './rules.ts';

type Reason = Classification['reason'];

/** The reason why a person is a silver medalist by this rule; undefined when they are none. */
export function silverReason(
  { application }: ImportedPerson,
  rule: SilverMedalistRule,
  today: string,
): Reason | undefined {
  if (!application || !outcomeFits(application, rule) || !isRecent(application, rule, today)) return undefined;
  if (placeCounts(application, rule)) return placeReason(application);
  if (stageCounts(application, rule))
    return {
      code: code('silver_stage', application),
      params: { ...common(application), stage: application.stage ?? '' },
    };
  return ratingCounts(application, rule)
    ? { code: dated('silver_rating', application), params: common(application) }
    : undefined;
}

/** A second place says by itself that someone else was hired; for all else the outcome must be known. */
function outcomeFits({ outcome, place }: ImportedApplication, { outcomes }: SilverMedalistRule): boolean {
  if (outcome === undefined) return (place ?? 0) >= 2;
  return (outcomes as string[]).includes(outcome);
}

function isRecent(
  application: ImportedApplication,
  { withinYears, undated }: SilverMedalistRule,
  today: string,
): boolean {
  const on = lastDate(application);
  if (!on) return undated === 'include';
  return on >= `${Number(today.slice(0, 4)) - withinYears}${today.slice(4)}`;
}

function lastDate({ rejectedOn, appliedOn }: ImportedApplication): string | undefined {
  return rejectedOn ?? appliedOn;
}

function placeCounts({ place }: ImportedApplication, { placeTo }: SilverMedalistRule): boolean {
  return placeTo !== null && place !== undefined && place >= 2 && place <= placeTo;
}

function stageCounts({ stage }: ImportedApplication, { stageFrom }: SilverMedalistRule): boolean {
  return stageFrom !== null && stage !== undefined && STAGE_ORDER.indexOf(stage) >= STAGE_ORDER.indexOf(stageFrom);
}

function ratingCounts({ ratingShare }: ImportedApplication, { ratingShareFrom }: SilverMedalistRule): boolean {
  return ratingShareFrom !== null && ratingShare !== undefined && ratingShare >= ratingShareFrom;
}

function placeReason(application: ImportedApplication): Reason {
  const { place = 0, fieldSize } = application;
  const base = fieldSize === undefined ? 'silver_place' : 'silver_place_of';
  const size: Record<string, number> = fieldSize === undefined ? {} : { fieldSize };
  return { code: code(base, application), params: { ...common(application), ...size, place } };
}

/** Facts every sentence may use: `on` is an ISO date, `rating` a number on the scale from 1 to 5. */
function common(application: ImportedApplication): Record<string, string | number> {
  const on = lastDate(application);
  const { ratingShare } = application;
  return { ...(on ? { on } : {}), ...(ratingShare === undefined ? {} : { rating: ratingOfFive(ratingShare) }) };
}

function ratingOfFive(share: number): number {
  return Math.round((1 + share * 4) * 10) / 10;
}

function code(base: string, application: ImportedApplication): string {
  return dated(application.ratingShare === undefined ? base : `${base}_rated`, application);
}

function dated(base: string, application: ImportedApplication): string {
  return `classification.${base}${lastDate(application) ? '' : '_undated'}`;
}

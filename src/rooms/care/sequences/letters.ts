import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { SequenceStep, StepLetter } from '../schema-sequences.ts';
import { doStepOf, stopRuns } from './runs.ts';

/** One letter of a sequence, and for whom it is due. */
export interface DueLetters extends StepLetter {
  entityId: string;
  sequenceId: string;
  /** As colleagues call it: the sequence and its step. */
  name: string;
  text: string;
  talentIds: string[];
}

/** So many at once; the next minute takes the rest. */
const AT_ONCE = 500;

interface DueRun {
  id: string;
  talent_id: string;
  sequence_id: string;
  entity_id: string;
  sequence_name: string;
  next_step: number;
  step: SequenceStep;
}

/**
 * Hands out the letters that are due, each to whoever asks first: the runs go on to their next step in the same transaction, so that a
 * letter that was handed out is sent exactly once or is reported by `stopSequenceFor`.
 */
export async function takeDueLetters(ctx: Ctx): Promise<DueLetters[]> {
  const today = ctx.now.toISOString().slice(0, 10);
  const { rows } = await sql<DueRun>`
    select r.id, r.talent_id, r.sequence_id, s.entity_id, s.name as sequence_name, r.next_step, s.steps -> r.next_step as step
    from sequence_runs r join sequences s on s.id = r.sequence_id and s.state = 'running' join talents_view t on t.id = r.talent_id
    where r.state = 'running' and r.next_on <= ${today}::date and (s.steps -> r.next_step ->> 'send') is not null
    order by r.id limit ${AT_ONCE} for update of r skip locked`.execute(ctx.db);
  for (const { id } of rows) await doStepOf(ctx, id, today);
  return [...Map.groupBy(rows, ({ sequence_id, next_step }) => `${sequence_id}:${next_step}`).values()].flatMap(
    lettersOf,
  );
}

function lettersOf(runs: readonly DueRun[]): DueLetters[] {
  const [first] = runs;
  if (!first?.step.send) return [];
  const { step, entity_id: entityId, sequence_id: sequenceId, sequence_name: name } = first;
  const talentIds = runs.map(({ talent_id }) => talent_id);
  return [
    { ...first.step.send, entityId, sequenceId, name: `${name}: ${step.title}`, text: step.text ?? '', talentIds },
  ];
}

/** Their letter could not be sent, or may not be: nothing more of this sequence comes to them. */
export const stopSequenceFor = (ctx: Ctx, sequenceId: string, talentIds: readonly string[]): Promise<void> =>
  stopRuns(ctx, sql`r.sequence_id = ${sequenceId} and r.talent_id = any(${[...talentIds]}::uuid[])`, 'not_allowed');

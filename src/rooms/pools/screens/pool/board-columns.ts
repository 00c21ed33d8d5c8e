import type { TalentRow } from '#rooms/talents/schema.ts';
import type { Stage } from '#rooms/talents/types.ts';
import { STAGES } from '#rooms/talents/types.ts';

/** The warm funnel; what lies beside it is shown only where somebody is. */
const FUNNEL: readonly Stage[] = ['known', 'approached', 'in_exchange', 'interested', 'ready', 'in_application'];

export interface BoardColumn {
  stage: Stage;
  rows: TalentRow[];
}

/** People by stage, in each column the nearest next step first, people without a date last. */
export function boardColumns(rows: readonly TalentRow[]): BoardColumn[] {
  const byStage = Map.groupBy(rows, ({ stage }) => stage);
  return STAGES.filter((stage) => FUNNEL.includes(stage) || byStage.has(stage)).map((stage) => ({
    stage,
    rows: (byStage.get(stage) ?? []).toSorted((a, b) => comparable(a).localeCompare(comparable(b))),
  }));
}

const comparable = ({ nextStepOn, lastName, firstName }: TalentRow) =>
  `${nextStepOn ?? '9999'} ${lastName} ${firstName}`;

/** The stage one column to the left or right of what is shown; undefined at the edge. */
export function neighbourOf(columns: readonly BoardColumn[], stage: Stage, by: -1 | 1): Stage | undefined {
  const at = columns.findIndex((column) => column.stage === stage);
  return at < 0 ? undefined : columns[at + by]?.stage;
}

export interface CardPlace {
  column: number;
  card: number;
}

/** Where the arrows lead from a card; columns without people are skipped. Undefined: nowhere. */
export function cardBeside(
  columns: readonly BoardColumn[],
  { column, card }: CardPlace,
  key: string,
): CardPlace | undefined {
  const [across = 0, down = 0] = STEPS[key] ?? [];
  if (across !== 0) return cardAcross(columns, { column, card }, across);
  const next = card + down;
  return down !== 0 && columns[column]?.rows[next] ? { column, card: next } : undefined;
}

const STEPS: Record<string, [across: number, down: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

function cardAcross(columns: readonly BoardColumn[], { column, card }: CardPlace, step: number): CardPlace | undefined {
  for (let at = column + step; columns[at]; at += step) {
    const people = columns[at]?.rows.length ?? 0;
    if (people > 0) return { column: at, card: Math.min(card, people - 1) };
  }
  return undefined;
}

import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { factsOf, listFacts } from '#rooms/talents/index.ts';
import { CompactSet } from './compact.ts';
import { BIRTH_DATE_FACT, classificationFact, decisionFact, listOwnFacts } from './own-facts.ts';
import type { RowPlan } from './plan.ts';
import type { Origin } from './to-person.ts';
import { updateOf } from './to-person.ts';

type Kept = Extract<RowPlan, { kind: 'create' | 'update' }>;
type Update = Extract<RowPlan, { kind: 'update' }>;

interface Said {
  fact: string;
  /** Another fact that makes this one no news: a human's word about a segment. */
  settledBy?: string;
}

/**
 * Tells before the run which rows about people who are here will change nothing. The run finds it out by writing; the dry run
 * compares what the rows say with what is known of the person: in the database, and from the rows before.
 */
export class Foretelling {
  readonly #origin: Origin;
  /** Of everybody whom the dry run has planned; a hundred thousand people have a good million facts, in about 25 megabytes. */
  readonly #known = new CompactSet();

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** @returns lines of the rows that change nothing. Rows of one batch about one person are one update. */
  async unchangedLines({ db }: Pick<Ctx, 'db'>, plans: RowPlan[]): Promise<Set<number>> {
    for (const plan of plans) if (plan.kind === 'create') this.#learn(plan.talentId, this.#saidBy(plan));
    const updates = plans.filter((plan) => plan.kind === 'update');
    await this.#lookUp(db, [...new Set(updates.map(({ talentId }) => talentId))]);
    const byPerson = Map.groupBy(updates, ({ talentId }) => talentId);
    return new Set([...byPerson].flatMap(([talentId, rows]) => (this.#isNews(talentId, rows) ? [] : linesOf(rows))));
  }

  #isNews(talentId: string, rows: Update[]): boolean {
    const said = rows.flatMap((row) => this.#saidBy(row));
    const isKnown = (fact: string | undefined) => fact !== undefined && this.#known.has(`${talentId} ${fact}`);
    const isNews = said.some(({ fact, settledBy }) => !isKnown(fact) && !isKnown(settledBy));
    this.#learn(talentId, said);
    return isNews;
  }

  #saidBy(plan: Kept): Said[] {
    const { birthDate } = plan.person;
    return [
      ...factsOf(updateOf(plan, this.#origin)).map((fact) => ({ fact })),
      ...plan.classifications.map((one) => ({
        fact: classificationFact(one.segment, one.ruleVersion, one.reason),
        settledBy: decisionFact(one.segment),
      })),
      ...(birthDate ? [{ fact: BIRTH_DATE_FACT }] : []),
    ];
  }

  #learn(talentId: string, said: Said[]): void {
    for (const { fact } of said) this.#known.add(`${talentId} ${fact}`);
  }

  async #lookUp(db: Db, talentIds: string[]): Promise<void> {
    const found = [...(await listFacts(db, talentIds)), ...(await listOwnFacts(db, talentIds))];
    for (const { talentId, fact } of found) this.#known.add(`${talentId} ${fact}`);
  }
}

const linesOf = (rows: Update[]) => rows.map(({ line }) => line);

// How well titles find titles and phrases find skills.
//   npm run -s bench:matching -- DIR [--directory own|esco|both] [--esco DIR] [--run FILE] [--baseline]
// DIR holds queries, corpus_elements and annotations (or qrels), or phrases and sentences with the skills that they name.
// ESCO is not part of the program: its folder is ../shared/data/esco beside the checkout, or named with --esco.
// The last line on stdout is one JSON object.
import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError } from '#ground/errors/app-error.ts';
import { refusalSentence } from '#ground/i18n/messages.node.ts';
import { type DirectoryChoice, loadDirectory } from '#rooms/matching/directory/load.ts';
import { createConceptIndex } from '#rooms/matching/ranking/concept-index.ts';
import { createTextRanker } from '#rooms/matching/ranking/rank-texts.ts';
import { guessLanguage } from '#rooms/matching/text/language.ts';
import { rankSkills } from './matching-skills.ts';
import { judge, mean, rounded } from './matching-measures.ts';
import { type Item, readSets, type SkillSet, type TitleSet } from './matching-sets.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const DEEPEST_IN_RUN = 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    directory: { type: 'string' },
    esco: { type: 'string', default: path.join(ROOT, '../shared/data/esco') },
    run: { type: 'string' },
    baseline: { type: 'boolean', default: false },
  },
});

function main(): void {
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Name the folder of a test set.');
  if (!existsSync(folder)) throw new Error('This folder does not exist.');
  const choice = chosenDirectory();
  const startedAt = performance.now();
  const directory = loadDirectory(choice, { esco: values.esco });
  say(
    `directory ${choice}: ${directory.concepts.count} concepts, ${directory.labels.count} labels, ${seconds(startedAt)}`,
  );
  const sets = readSets(folder);
  if (sets.length === 0) throw new Error('No test set that this program reads stands in this folder.');
  const run = values.run === undefined ? undefined : createWriteStream(values.run);
  const results = sets.map((set) =>
    set.kind === 'titles'
      ? rankTitles(set, createConceptIndex(directory, ['occupation', 'occupation_group']), run)
      : { set: set.name, ...skills(set, directory, run) },
  );
  run?.end();
  process.stdout.write(
    `${JSON.stringify({ ...(results.length === 1 ? results[0] : summary(results)), directory: choice })}\n`,
  );
}

function chosenDirectory(): DirectoryChoice {
  const wanted = values.directory ?? (existsSync(values.esco) ? 'both' : 'own');
  if (wanted !== 'own' && wanted !== 'esco' && wanted !== 'both') throw new Error('--directory is own, esco or both.');
  if (wanted !== 'own' && !existsSync(values.esco))
    throw new Error(
      'ESCO is not there. It is not part of this program: name the folder of your own download with --esco.',
    );
  return wanted;
}

const messageOf = (trouble: unknown) => (trouble instanceof Error ? trouble.message : String(trouble));
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function skills(set: SkillSet, directory: ReturnType<typeof loadDirectory>, run: WriteStream | undefined) {
  return rankSkills(set, directory, {
    say,
    isBaseline: values.baseline,
    write: (query, ranking) => writeRun(run, query, ranking),
  });
}

function rankTitles(set: TitleSet, index: ReturnType<typeof createConceptIndex>, run: WriteStream | undefined) {
  const startedAt = performance.now();
  const ranker = createTextRanker(
    index,
    set.corpus.map(({ text }) => text),
    { queryLanguage: languageOfAll(set.queries), textLanguage: languageOfAll(set.corpus) },
  );
  say(`${set.corpus.length} texts read, ${seconds(startedAt)}`);
  const judged: ReturnType<typeof judge>[] = [];
  let rankingMs = 0;
  for (const query of set.queries) {
    const before = performance.now();
    const { order, scores } = ranker.rank(query.text);
    rankingMs += performance.now() - before;
    const ids = order.map((at) => set.corpus[at]?.id ?? '');
    const top = order.slice(0, DEEPEST_IN_RUN);
    writeRun(
      run,
      query.id,
      top.map((at) => ({ id: set.corpus[at]?.id ?? '', score: scores[at] ?? 0 })),
    );
    const relevant = set.relevant.get(query.id);
    if (relevant) judged.push(judge(ids, relevant));
    if (judged.length % 200 === 0) say(`${judged.length} of ${set.queries.length} queries`);
  }
  return {
    mrr: rounded(mean(judged.map(({ reciprocalRank }) => reciprocalRank))),
    map: rounded(mean(judged.map(({ averagePrecision }) => averagePrecision))),
    a1: rounded(mean(judged.map(({ successAt }) => successAt[1]))),
    a5: rounded(mean(judged.map(({ successAt }) => successAt[5]))),
    a10: rounded(mean(judged.map(({ successAt }) => successAt[10]))),
    queries: judged.length,
    msPerQuery: rounded(rankingMs / set.queries.length, 2),
  };
}

/** A set is written in one language: told by many titles together more surely than by each. */
function languageOfAll(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  const step = Math.max(1, Math.floor(items.length / 500));
  for (let at = 0; at < items.length; at += step) {
    const language = guessLanguage(items[at]?.text ?? '', 'en');
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}

function writeRun(
  run: WriteStream | undefined,
  query: string,
  ranking: readonly { id: string; score: number }[],
): void {
  if (!run) return;
  // Readers of this format sort by score: equal scores would lose the order, so each stands a little below the one before.
  let above = Number.POSITIVE_INFINITY;
  for (const [at, { id, score }] of ranking.entries()) {
    above = Math.min(score, above - 1e-6);
    run.write(`${query} Q0 ${id} ${at + 1} ${above.toFixed(6)} wiedersehen\n`);
  }
}

function summary(results: readonly { mrr: number; map: number; queries: number; msPerQuery: number }[]) {
  const queries = results.reduce((sum, result) => sum + result.queries, 0);
  const weighted = (of: (result: (typeof results)[number]) => number) =>
    rounded(results.reduce((sum, result) => sum + of(result) * result.queries, 0) / Math.max(1, queries));
  return {
    mrr: weighted(({ mrr }) => mrr),
    map: weighted(({ map }) => map),
    queries,
    msPerQuery: weighted(({ msPerQuery }) => msPerQuery),
    sets: results,
  };
}

try {
  main();
} catch (trouble) {
  process.stderr.write(
    `${trouble instanceof AppError ? refusalSentence('en', trouble.code, trouble.params) : messageOf(trouble)}\n`,
  );
  process.exitCode = 1;
}

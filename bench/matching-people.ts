// How well and how fast people are ranked for a demand, and how fast their texts are read.
//   npm run -s bench:matching-people -- [--seed 1] [--people 1000000] [--recognition]
// Without --people only the graded set of 40 roles and 2,000 made people is judged; --recognition measures reading alone.
// The last line on stdout is one JSON object.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { loadDirectory } from '#rooms/matching/directory/load.ts';
import { BM25, accumulate, counted, createNumbers, invert, plainQuery } from '#rooms/matching/ranking/inverted.ts';
import { buildRecogniser } from '#rooms/matching/recognition/recogniser.ts';
import { DEFAULT_WEIGHTS } from '#rooms/matching/runs/weights.ts';
import { createQueryMaker, demandQuery } from '#rooms/matching/scoring/demand-query.ts';
import { createPeopleIndex } from '#rooms/matching/scoring/people-index.ts';
import { personProfile } from '#rooms/matching/scoring/person-profile.ts';
import { seededRandom } from '#rooms/matching/scoring/seeded-random.ts';
import type { DemandQuery, PersonProfile } from '#rooms/matching/scoring/types.ts';
import { guessLanguage } from '#rooms/matching/text/language.ts';
import { createWordFeatures } from '#rooms/matching/text/word-features.ts';
import { mean, rounded } from './matching-measures.ts';
import { ENTITY, makeGradedSet, type MadePerson, type Role } from './matching-people-set.ts';
import { measureSpeed } from './matching-people-speed.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    people: { type: 'string' },
    recognition: { type: 'boolean', default: false },
  },
});
const CUT = 10;
/** Of reciprocal ranks. @source Cormack, Clarke, Büttcher 2009 */
const RANK_CONSTANT = 60;

const directory = loadDirectory('own');
const recogniser = buildRecogniser(directory);
const set = makeGradedSet(directory, seededRandom(Number(values.seed)));

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
const print = (result: object) => process.stdout.write(`${JSON.stringify(result)}\n`);

function judgeAll() {
  const startedAt = performance.now();
  const profiles = set.people.map(({ documents }) => personProfile(documents, recogniser));
  say(`${profiles.length} people read in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  const index = createPeopleIndex(recogniser);
  for (const profile of profiles) index.put(profile, { notShown: null, recall: 'none' });
  const maker = createQueryMaker(recogniser);
  const text = textRanking(set.people);
  const results = set.roles.map((role) => {
    const query = demandQuery(role.demand, maker);
    const grades = new Map(set.people.map((person) => [person.documents.talentId, set.grade(role, person)]));
    const pages = [{ who: 'everyone' as const, offset: 0, limit: CUT }];
    const ours =
      index.rank(query, DEFAULT_WEIGHTS, { entityIds: [ENTITY], pages }).pages[0]?.map(({ talentId }) => talentId) ??
      [];
    const bySkills = bySkillsMet(profiles, query);
    const byText = text(role);
    return {
      ours: ndcg(ours, grades),
      met: ndcg(bySkills, grades),
      text: ndcg(byText, grades),
      fused: ndcg(fuse([bySkills, byText]), grades),
    };
  });
  return {
    roles: set.roles.length,
    people: set.people.length,
    ndcg10: rounded(mean(results.map(({ ours }) => ours))),
    ndcg10SkillsMet: rounded(mean(results.map(({ met }) => met))),
    ndcg10Text: rounded(mean(results.map(({ text }) => text))),
    ndcg10Fused: rounded(mean(results.map(({ fused }) => fused))),
  };
}

/** Skills met over skills wanted, all alike: the formula of Odoo's recruitment. It is given our reading, wishes and denials left out. */
function bySkillsMet(profiles: readonly PersonProfile[], { must, nice }: DemandQuery): string[] {
  const wanted = [...must, ...nice].map(({ concept }) => concept);
  return ordered(
    profiles.map(({ talentId, concepts }) => {
      const shown = new Set(concepts.filter(({ stance }) => stance === 'shown').map(({ concept }) => concept));
      return {
        talentId,
        score:
          wanted.filter((concept) => concept !== undefined && shown.has(concept)).length / Math.max(1, wanted.length),
      };
    }),
  );
}

/** BM25 over stems and compound parts of everything a person wrote. */
function textRanking(people: readonly MadePerson[]): (role: Role) => string[] {
  const features = createWordFeatures(
    directory.labels.text.filter((_, label) => directory.languages[directory.labels.language[label] ?? 0] === 'de'),
  );
  const numbers = createNumbers();
  const stems = (text: string) => features.stems(text, guessLanguage(text, 'en'));
  const documents = people.map(({ documents: { passages } }) =>
    counted(passages.flatMap(({ text }) => stems(text)).map(numbers.of)),
  );
  const inverted = invert(documents, numbers.count(), BM25);
  return ({ demand: { title, must, nice } }) => {
    const wanted = [title, ...must.map(({ label }) => label), ...nice.map(({ label }) => label)].flatMap(stems);
    const scores = new Float32Array(people.length);
    accumulate(
      inverted,
      plainQuery(counted(wanted.flatMap((stem) => numbers.known(stem) ?? []))),
      scores,
      new Int32Array(people.length),
    );
    return ordered(people.map(({ documents: { talentId } }, at) => ({ talentId, score: scores[at] ?? 0 })));
  };
}

const ordered = (scored: readonly { talentId: string; score: number }[]) =>
  scored.toSorted((a, b) => b.score - a.score || (a.talentId < b.talentId ? -1 : 1)).map(({ talentId }) => talentId);

function fuse(rankings: readonly string[][]): string[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings)
    for (const [at, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (RANK_CONSTANT + at + 1));
  return ordered(Array.from(scores, ([talentId, score]) => ({ talentId, score })));
}

function ndcg(ranking: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (list: readonly number[]) =>
    list.slice(0, CUT).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const ideal = gain([...grades.values()].sort((a, b) => b - a));
  return ideal === 0 ? 1 : gain(ranking.slice(0, CUT).map((id) => grades.get(id) ?? 0)) / ideal;
}

/** Megabytes a second, and per processor second of the process with its collector, on one thread, over all made papers, each read as a whole; after one round to warm up. */
function readingSpeed(): { recognitionMegabytesPerSecond: number; recognitionMegabytesPerCpuSecond: number } {
  const texts = set.people.flatMap(({ documents: { passages } }) =>
    passages.filter(({ source }) => source === 'file').map(({ text }) => text),
  );
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const rounds = Math.ceil(10_000_000 / bytes);
  for (const text of texts) recogniser.read(text);
  const [before, cpu] = [performance.now(), process.cpuUsage()];
  for (let round = 0; round < rounds; round += 1) for (const text of texts) recogniser.read(text);
  const megabytes = (bytes * rounds) / 1e6;
  const seconds = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    recognitionMegabytesPerSecond: rounded(megabytes / seconds, 1),
    recognitionMegabytesPerCpuSecond: rounded(megabytes / ((user + system) / 1e6), 1),
  };
}

if (values.recognition) print(readingSpeed());
else
  print({
    ...judgeAll(),
    ...readingSpeed(),
    ...(values.people ? measureSpeed(recogniser, Number(values.people)) : {}),
  });

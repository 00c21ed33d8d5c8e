import type { PersonDocuments } from '../people/documents.ts';
import { aPassage, documentsOf } from './people.test-support.ts';
import { seededRandom } from './seeded-random.ts';

/** What must never move a score (AI-9). */
export const TRAITS = ['name', 'gender', 'age', 'origin', 'gap', 'part_time', 'disability'] as const;
export type Trait = (typeof TRAITS)[number];

interface Lines {
  name: string;
  title: string;
  about: string;
  years: string;
  extra: string;
}

const PLAIN: Lines = { name: 'Anna Huber', title: 'Dateningenieur', about: '', years: '2015–2024', extra: '' };

/** For each trait the same person, different in this alone. */
const VARIANTS: Record<Trait, Partial<Lines>[]> = {
  name: [
    'Aylin Yılmaz',
    'Kofi Mensah',
    'Maximilian von Tettenborn',
    'Hans Schneider',
    'Rosa Koch',
    'Nguyễn Thị Lan',
    'Java Müller',
    'Mary Baker',
    'Олена Шевченко',
  ].map((name) => ({ name })),
  gender: [
    'Dateningenieurin',
    'Dateningenieur:in',
    'Dateningenieur/in',
    'DateningenieurIn',
    'Dateningenieur*in',
    'Dateningenieur (m/w/d)',
  ].map((title) => ({ title })),
  age: [
    'Geboren am 3. Mai 1961',
    'Geboren 1999',
    'Jahrgang 1964, 60 Jahre alt',
    'Alter: 24',
    'Date of birth: 12/04/1970, 54 years old',
    'Junger Berufseinsteiger',
    'Kurz vor der Rente',
  ].map((about) => ({ about })),
  origin: [
    'Staatsangehörigkeit: türkisch',
    'Nationality: Nigerian',
    'Geboren in Damaskus',
    'Aufenthaltsbewilligung B',
    'Muslimisch',
    'Migrationshintergrund',
    'Citizen of Poland',
  ].map((about) => ({ about })),
  gap: [
    '2018–2021 Elternzeit',
    '2016–2019 arbeitslos',
    'Sabbatical 2017–2018',
    '2019–2022 Betreuung der eigenen Kinder',
    '2016–2018 krank',
    '2017–2020 family break',
    'Drei Jahre Auszeit',
  ].map((extra) => ({ extra })),
  part_time: [
    '2015–2024 (Teilzeit 50 %)',
    '2015–2024, 60 %',
    '2015–2024 part-time',
    '2015–2024 in Teilzeit',
    '2015–2024 (20 Stunden pro Woche)',
  ].map((years) => ({ years })),
  disability: [
    'Schwerbehindert, Grad der Behinderung 70',
    'Rollstuhlfahrerin',
    'Gehörlos',
    'I am blind and use a screen reader',
    'Autismus',
    'Chronisch krank',
    'Gleichgestellt nach § 2 SGB IX',
  ].map((about) => ({ about })),
};

/** Two tenths of a point: words alike by chance may not move more. */
export const TOLERANCE_POINTS = 0.2;

function papersOf(lines: Partial<Lines>, work: string): PersonDocuments {
  const { name, title, about, years, extra } = { ...PLAIN, ...lines };
  const file = [
    name,
    'Musterstraße 5',
    about,
    'Berufserfahrung',
    `${title}, Hochrhein Umrichter GmbH, ${years}`,
    work,
    extra,
  ]
    .filter(Boolean)
    .join('\n');
  return documentsOf([aPassage(title, { source: 'role' }), file], { city: 'Winterthur' });
}

const WORK = [
  'Aufbau von Datenplattformen mit Python, SQL und Apache Spark. Kein Docker. Deutsch Muttersprache, Englisch C1.',
  'Responsible for data pipelines in Python. Would like to learn Kubernetes. German C1.',
  'Auswertungen in SQL, Beratung der Fachbereiche.',
];

export type Scorer = (documents: PersonDocuments) => number;

export interface Unfair {
  trait: Trait;
  /** The line that moved the score. */
  by: string;
  shiftPoints: number;
}

/** Every pair whose scores differ by more than the tolerance. */
export function unfairPairs(score: Scorer): Unfair[] {
  return WORK.flatMap((work) => {
    const plain = score(papersOf({}, work));
    return TRAITS.flatMap((trait) =>
      VARIANTS[trait].map((lines) => ({
        trait,
        by: Object.values(lines).join(),
        shiftPoints: score(papersOf(lines, work)) - plain,
      })),
    ).filter(({ shiftPoints }) => Math.abs(shiftPoints) > TOLERANCE_POINTS);
  });
}

const GROUP = 300;
const CHOSEN_SHARE = 0.2;
const SKILLS = ['Python', 'SQL', 'Apache Spark', 'Kubernetes', 'Docker', 'Java', 'Scrum', 'Airflow'];

/**
 * The smaller group's share among the best fifth over the larger one's: 1 is even, below 0.8 is an alarm (four-fifths rule). Each pair has
 * the same skills and differs in the trait alone.
 */
export function selectionRatio(score: Scorer, trait: Trait): number {
  const random = seededRandom(trait.length * 31 + 7);
  const scored = Array.from({ length: GROUP }, () => {
    const work = `${SKILLS.filter(() => random() < 0.4).join(', ')}.`;
    return [{}, pickOne(VARIANTS[trait], random)].map((lines, group) => ({
      group,
      tie: random(),
      points: score(papersOf(lines, work)),
    }));
  }).flat();
  const best = scored.sort((a, b) => b.points - a.points || a.tie - b.tie).slice(0, 2 * GROUP * CHOSEN_SHARE);
  const shares = [0, 1].map((group) => best.filter((one) => one.group === group).length / GROUP);
  return Math.min(...shares) / Math.max(...shares);
}

const pickOne = <Item>(items: readonly Item[], random: () => number): Item | object =>
  items[Math.floor(random() * items.length)] ?? {};

import type { Touch } from '#ground/ui/line/line-types.ts';

const ours = (on: string, name?: string): Touch => ({ on, kind: 'personal', direction: 'ours', name });
const theirs = (on: string, name?: string): Touch => ({ on, kind: 'personal', direction: 'theirs', name });
const bulk = (on: string): Touch => ({ on, kind: 'bulk', direction: 'ours' });

export const TODAY = '2026-11-23';

/** A small believable cast for the parts page; all names are invented. */
export const CAST = [
  {
    name: 'Anneliese Krähenbühl-Zürcher',
    role: 'Entwicklungsingenieurin Leistungselektronik',
    promised: '2026-11-20',
    endsOn: '2027-03-14',
    touches: [
      ours('2025-02-14'),
      theirs('2025-02-16'),
      ours('2025-03-28', 'Kaffee'),
      bulk('2025-06-20'),
      ours('2025-08-25', 'Anruf'),
      bulk('2025-09-12'),
      ours('2025-11-20'),
      bulk('2026-03-01'),
      ours('2026-04-18'),
      theirs('2026-04-20'),
      ours('2026-08-14', 'Kaffee'),
      theirs('2026-09-02', 'Mail'),
      bulk('2026-10-05'),
    ],
  },
  {
    name: 'Beat Rüegsegger',
    role: 'Prüfingenieur Antriebe',
    promised: '2026-11-25',
    endsOn: '2027-05-20',
    touches: [
      ours('2025-02-26'),
      bulk('2025-06-20'),
      ours('2025-10-10'),
      bulk('2026-03-01'),
      ours('2026-06-20'),
      theirs('2026-08-19'),
    ],
  },
  {
    name: 'Zoë Brändli',
    role: 'Hardware-Entwicklerin',
    endsOn: '2027-02-01',
    touches: [
      theirs('2025-02-05'),
      bulk('2025-06-20'),
      bulk('2025-09-12'),
      bulk('2026-03-01'),
      ours('2026-05-06'),
      bulk('2026-10-05'),
    ],
  },
  {
    name: 'Małgorzata Wiśniewska',
    role: 'Doktorandin Werkstofftechnik',
    endsOn: '2026-12-14',
    touches: [
      theirs('2025-11-25'),
      theirs('2025-11-30'),
      ours('2026-01-16'),
      bulk('2026-03-01'),
      ours('2026-03-28'),
      bulk('2026-10-05'),
    ],
  },
  {
    name: 'Maximilian von Tettenborn-Lüdeking',
    role: 'Leiter Entwicklung Stromrichter',
    planned: '2026-12-07',
    endsOn: '2027-01-20',
    touches: [
      ours('2024-12-02'),
      ours('2025-01-10'),
      ours('2025-05-20'),
      theirs('2025-08-30'),
      ours('2026-01-04'),
      ours('2026-07-30'),
    ],
  },
] as const;

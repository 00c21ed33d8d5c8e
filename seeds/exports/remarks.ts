import type { Random } from '../random.ts';

interface About {
  stage: string;
  rating: number | undefined;
  skill: string;
}

const STRONG = [
  'Fachlich überzeugend in {skill}. Unbedingt in Kontakt bleiben.',
  'Zweite Wahl nur wegen der Serienerfahrung. {skill}: sehr stark.',
  'Team hätte gern beide genommen. Beim nächsten Budget zuerst anrufen.',
  'Klar, ruhig, gut vorbereitet. Kennt {skill} aus der Praxis.',
  'Very strong on {skill}. Would talk again at any time.',
  'Hat im Assessment die beste Lösung gezeigt, Umzug war der Haken.',
  'Reto möchte informiert werden, sobald wieder eine Stelle offen ist.',
];
const MIDDLE = [
  'Sympathisch, {skill} noch im Aufbau.',
  'Gute Grundlagen, Führungserfahrung fehlt für diese Stelle.',
  'Sucht 80 Prozent, wir hatten nur Vollzeit.',
  'Solid background, {skill} could be deeper.',
  'Kündigungsfrist sechs Monate, war für das Projekt zu lang.',
  'Passt eher zum Prüffeld als in die Entwicklung.',
  'Der Weg zur Arbeit wäre auf Dauer zu weit, zwei Tage zu Hause würden helfen.',
];
const WEAK = [
  'Andere Richtung als ausgeschrieben.',
  'Interesse eher an Beratung.',
  'Im Gespräch wenig Bezug zu {skill}.',
  'Lieber in einem Jahr nochmals schauen.',
];

/** What a recruiter wrote beside the application; mostly nothing. */
export function remarkOn(random: Random, { stage, rating, skill }: About): string {
  if (rating === undefined) return stage === 'Dossierprüfung' && random.happens(0.06) ? 'Dossier vollständig.' : '';
  if (random.happens(0.45)) return '';
  const remarks = rating >= 4 ? STRONG : rating >= 2.8 ? MIDDLE : WEAK;
  return random.oneOf(remarks).replaceAll('{skill}', skill);
}

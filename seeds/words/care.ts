type PlanName = 'drives' | 'back' | 'beginners';

interface SampleContent {
  kind: 'update' | 'event' | 'article' | 'employee_insight' | 'learning_offer';
  title: string;
  summary: string;
  language: 'de' | 'en';
  keywords: readonly string[];
  topic?: string;
  /** Of an event. */
  eventInDays?: number;
  toldIn: readonly {
    plan: PlanName;
    inDays: number;
    channel: 'mail' | 'phone' | 'meeting' | 'newsletter' | 'linkedin';
  }[];
}

/** What Kellermatt has to say this year. */
export const CONTENTS: readonly SampleContent[] = [
  {
    kind: 'article',
    title: 'Siliziumkarbid im 250-kW-Umrichter: was wir gemessen haben',
    summary: 'Schaltverluste, EMV und die Drossel, die nicht mehr kocht. Mit Messreihen aus dem Labor in Winterthur.',
    language: 'de',
    keywords: ['SiC-Halbleiter', 'Leistungselektronik', 'Umrichter bis 250 kW'],
    topic: 'Technik',
    toldIn: [
      { plan: 'drives', inDays: -14, channel: 'mail' },
      { plan: 'back', inDays: 40, channel: 'mail' },
    ],
  },
  {
    kind: 'employee_insight',
    title: 'Ein Tag im Umrichter-Labor',
    summary: 'Wer misst, wer lötet, wer flucht. Und warum der alte Prüfstand bleiben darf.',
    language: 'de',
    keywords: ['Prüfstand', 'Prüffeld', 'Messtechnik'],
    topic: 'Technik',
    toldIn: [
      { plan: 'drives', inDays: 25, channel: 'phone' },
      { plan: 'beginners', inDays: 32, channel: 'newsletter' },
    ],
  },
  {
    kind: 'event',
    title: 'Technikabend: Regelung für Bahnantriebe',
    summary: 'Vortrag, Laborrundgang, Suppe. Für alle, die mit uns über Antriebe reden möchten.',
    language: 'de',
    keywords: ['Antriebsregelung', 'feldorientierte Regelung', 'Bahn'],
    topic: 'Veranstaltungen',
    eventInDays: 66,
    toldIn: [
      { plan: 'drives', inDays: 45, channel: 'meeting' },
      { plan: 'back', inDays: 45, channel: 'mail' },
      { plan: 'beginners', inDays: 46, channel: 'newsletter' },
    ],
  },
  {
    kind: 'learning_offer',
    title: 'Zwei Tage Funktionale Sicherheit, Plätze für Ehemalige',
    summary: 'Der Kurs, den wir intern geben. Vier Plätze halten wir für Menschen frei, die hier waren.',
    language: 'de',
    keywords: ['Funktionale Sicherheit'],
    topic: 'Lernangebote',
    toldIn: [{ plan: 'back', inDays: 80, channel: 'mail' }],
  },
  {
    kind: 'update',
    title: 'Wo wir stehen: Pause bis Sommer, offen gesagt',
    summary: 'Wir stellen vor dem Sommer niemanden ein. Was wir bauen, was bleibt, wann wir uns wieder melden.',
    language: 'de',
    keywords: [],
    topic: 'Unternehmen',
    toldIn: [
      { plan: 'back', inDays: -30, channel: 'mail' },
      { plan: 'beginners', inDays: 10, channel: 'newsletter' },
    ],
  },
];

interface SampleLifeEvent {
  email: string;
  kind: 'graduation' | 'contract_end' | 'anniversary' | 'notice_period_end' | 'project_end' | 'other';
  inDays: number;
  isYearly: boolean;
  note: string;
}

export const LIFE_EVENTS: readonly SampleLifeEvent[] = [
  {
    email: 'fatima.elamrani@funk.example',
    kind: 'graduation',
    inDays: 26,
    isYearly: false,
    note: 'Verteidigung der Masterarbeit',
  },
  {
    email: 'soeren.weissgerber@bergmail.example',
    kind: 'project_end',
    inDays: 85,
    isYearly: false,
    note: 'Selbst eingetragen: danach frei',
  },
  {
    email: 'anneliese.kz@mail.example',
    kind: 'project_end',
    inDays: 130,
    isYearly: false,
    note: 'Umrichter-Serie läuft an',
  },
  {
    email: 'beat.rueegsegger@post.example',
    kind: 'anniversary',
    inDays: 12,
    isYearly: true,
    note: 'Jahrestag der eigenen Firma',
  },
];

interface SampleNotNow {
  email: string;
  reasonKind: 'project' | 'notice_period' | 'family' | 'new_job' | 'training' | 'wants_quiet' | 'other';
  reason: string;
  saidDaysAgo: number;
  comeBackInDays: number;
}

export const NOT_NOWS: readonly SampleNotNow[] = [
  {
    email: 't.oesterreicher@mail.example',
    reasonKind: 'family',
    reason: 'Hausbau, nicht vor März',
    saidDaysAgo: 40,
    comeBackInDays: 105,
  },
  {
    email: 'gioia.ambrosetti@bergmail.example',
    reasonKind: 'project',
    reason: 'Baut bis Jahresende eine Gruppe auf',
    saidDaysAgo: 30,
    comeBackInDays: 45,
  },
];

/** The four whom Lukas offers to Mara. */
export const OFFERED = [
  'jl.pittet@netzhaus.example',
  'bjoern.thiessen@seepost.example',
  'lea.huerlimann@funk.example',
  'malgorzata.w@funk.example',
] as const;

export const INTRODUCTION =
  'Guten Tag. Lukas Obrist wechselt bei uns die Abteilung und hat mir von Ihnen erzählt. Ich bin Mara Steinegger und bleibe von jetzt an mit Ihnen in Kontakt. Darf ich Sie in den nächsten Wochen kurz anrufen?';

export const WELCOME = {
  name: 'Nach der Jobmesse',
  steps: [
    {
      afterDays: 0,
      kind: 'mail',
      title: 'Persönlich danken und an das Gespräch erinnern',
      text: 'Schön, dass wir am Stand gesprochen haben. Du hattest nach … gefragt.',
    },
    { afterDays: 10, kind: 'linkedin', title: 'Auf LinkedIn verbinden', text: null },
    { afterDays: 20, kind: 'call', title: 'Anrufen und zum Technikabend einladen', text: null },
  ],
} as const;

/** Whose letter Mara has not answered yet. */
export const STILL_OPEN = 'joerg@muehlethaler.example';
export const ANSWERED = 'Dank für die Nachricht';

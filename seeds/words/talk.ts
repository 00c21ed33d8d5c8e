import type { Channel } from '../cast/types.ts';

/** A contact in words; `{skill}`, `{city}`, `{employer}`, `{er}`/`{Er}` are filled in for the person. */
export interface Talk {
  channel: Channel;
  subject: string;
  body?: string;
}

const talk = (channel: Channel, subject: string, body?: string): Talk => ({
  channel,
  subject,
  ...(body ? { body } : {}),
});

/** What recruiters write down about a contact of ours. */
export const OUR_TALKS: Record<'silver' | 'former' | 'contact' | 'visitor', readonly Talk[]> = {
  silver: [
    talk(
      'phone',
      'Absage besprochen',
      '{Er} nimmt es sportlich. Fachlich hätte es gepasst, entschieden hat die Serienerfahrung.',
    ),
    talk('phone', 'Anruf', 'Gutes Gespräch. Bei {employer} läuft das Projekt noch ein Jahr, danach ist {er} offen.'),
    talk('meeting', 'Kaffee in {city}', 'Lange über {skill} geredet. Wichtig sind kurze Wege und ein eigenes Labor.'),
    talk('mail', 'Artikel zu {skill} geschickt'),
    talk('mail', 'Gruss zum Jahresende'),
    talk('meeting', 'Rundgang im Labor', 'Hat sich Zeit genommen und kluge Fragen zum Prüfstand gestellt.'),
    talk('phone', 'Anruf', 'Nicht erreicht, auf Band gesprochen.'),
    talk('phone', 'Anruf nach dem Urlaub', 'Freut sich, dass wir uns melden, ohne gleich eine Stelle zu verkaufen.'),
    talk('mail', 'Frage nach dem Stand der Dinge'),
    talk('event', 'Getroffen am Technikabend', 'Mit zwei Kollegen da gewesen. Kennt unser Team von früher.'),
    talk('letter', 'Karte zum neuen Jahr'),
    talk('phone', 'Anruf', 'Lohn ist nicht das Thema. {Er} sucht Verantwortung für ein ganzes Gerät.'),
  ],
  former: [
    talk('meeting', 'Abschiedsgespräch', 'Geht im Guten. Möchte eingeladen bleiben, wenn das Team feiert.'),
    talk('mail', 'Einladung zum Treffen der Ehemaligen'),
    talk('phone', 'Anruf zum Geburtstag der Abteilung', 'Erzählt viel von {employer}. Vermisst die Werkstatt.'),
    talk('event', 'Treffen der Ehemaligen', 'War da und blieb bis zum Schluss.'),
    talk('mail', 'Bild vom neuen Prüfstand geschickt'),
    talk('phone', 'Anruf', 'Rückkehr ist denkbar, wenn Teilzeit möglich wird.'),
    talk('message', 'Glückwunsch zur neuen Aufgabe'),
  ],
  contact: [
    talk('linkedin', 'Nachricht zu einem Beitrag über {skill}'),
    talk('linkedin', 'Gruss nach der Fachtagung'),
    talk('phone', 'Anruf', 'Kennt unsere Umrichter aus der Inbetriebnahme. Im Moment zufrieden bei {employer}.'),
    talk('event', 'Getroffen auf der Fachmesse', 'Karte getauscht, will mehr über das Werk Aarau wissen.'),
    talk('mail', 'Unterlagen zur Entwicklung geschickt'),
    talk('meeting', 'Mittagessen in {city}', 'Offenes Gespräch über den Markt. Empfiehlt zwei Leute.'),
  ],
  visitor: [
    talk('mail', 'Dank für den Besuch am Stand'),
    talk('message', 'Hinweis auf Semesterarbeiten', 'Interesse an {skill}.'),
    talk('phone', 'Anruf', 'Sucht ab Sommer ein Praktikum, am liebsten in Winterthur.'),
  ],
};

export const THEIR_TALKS: Record<'silver' | 'former' | 'contact' | 'visitor', readonly Talk[]> = {
  silver: [
    talk(
      'mail',
      'Dank für die offene Absage',
      'Selten so eine ehrliche Begründung bekommen. Ich bleibe gern in Kontakt.',
    ),
    talk('mail', 'Antwort', 'Im Frühling sieht es bei mir anders aus. Melden Sie sich gern wieder.'),
    talk('mail', 'Frage nach {skill}', 'Arbeitet ihr inzwischen damit? Das würde mich reizen.'),
    talk('phone', 'Rückruf', 'Hat Zeit genommen, über den nächsten Schritt nachzudenken.'),
    talk('mail', 'Neue Aufgabe', 'Ich habe intern gewechselt und leite jetzt ein kleines Team.'),
    talk('message', 'Gruss aus dem Urlaub'),
  ],
  former: [
    talk('mail', 'Zusage zum Treffen'),
    talk('mail', 'Frage nach alten Kollegen', 'Ist das Team noch zusammen? Grüsst alle von mir.'),
    talk('message', 'Empfiehlt jemanden', 'Ein Kollege von mir würde gut zu euch passen.'),
    talk('mail', 'Denkt an Rückkehr', 'Wenn bei euch wieder etwas aufgeht: Sagt mir Bescheid.'),
  ],
  contact: [
    talk('linkedin', 'Antwort', 'Spannend, was ihr da baut. Im Moment bin ich gut aufgehoben.'),
    talk('linkedin', 'Fragt nach dem Werk Aarau'),
    talk('mail', 'Antwort', 'Danke für die Unterlagen, ich gebe sie weiter.'),
  ],
  visitor: [
    talk('mail', 'Fragt nach einem Praktikum', 'Ab Februar hätte ich sechs Monate Zeit.'),
    talk('mail', 'Antwort', 'Danke, das Thema passt gut zu meiner Semesterarbeit.'),
  ],
};

/** For people we speak English with. */
export const OUR_TALKS_IN_ENGLISH: readonly Talk[] = [
  talk('phone', 'Call', 'Good talk. Happy at {employer} for now, wants to hear from us once the lab is bigger.'),
  talk('meeting', 'Coffee in {city}', 'Long talk about {skill}. Values a team that measures before it argues.'),
  talk('mail', 'Sent an article on {skill}'),
  talk('mail', 'Season’s greetings'),
  talk('phone', 'Call', 'Partner found a job in Zürich, so Winterthur is possible now.'),
  talk('event', 'Met at the open lab', 'Asked the best question of the evening.'),
];
export const THEIR_TALKS_IN_ENGLISH: readonly Talk[] = [
  talk('mail', 'Thanks for the honest feedback', 'I would be glad to stay in touch.'),
  talk('mail', 'Reply', 'Spring is a better time for me. Please write again then.'),
  talk('message', 'Asks about {skill}', 'Are you still looking into it? That would interest me.'),
];

/** Letters to many, with the day of sending. */
export const BULK_LETTERS: readonly { daysAgo: number; channel: Channel; subject: string }[] = [
  { daysAgo: 640, channel: 'newsletter', subject: 'Brief aus der Entwicklung: ein Umrichter wird leiser' },
  { daysAgo: 521, channel: 'newsletter', subject: 'Brief aus der Entwicklung: Besuch im Prüffeld' },
  { daysAgo: 437, channel: 'mail', subject: 'Einladung zum Technikabend' },
  { daysAgo: 267, channel: 'newsletter', subject: 'Brief aus der Entwicklung: warum wir gerade nicht einstellen' },
  { daysAgo: 133, channel: 'mail', subject: 'Einladung zum Tag des offenen Labors' },
];

export const NEXT_STEPS = {
  de: ['Anrufen', 'Nach dem Projekt fragen', 'Zum Kaffee einladen', 'Artikel zu {skill} schicken', 'Mit Reto zusammenbringen', 'Jahresgespräch', 'Zum Laborabend einladen', 'Gratulieren und nachfragen', 'Über Teilzeit reden'],
  en: ['Call', 'Ask about the project', 'Invite for coffee', 'Send the article on {skill}', 'Introduce to Reto'],
} as const; // prettier-ignore
export const PROMISES = ['Rückmeldung zur Teilzeit geben', 'Kontakt zum Team {skill} herstellen', 'Unterlagen zum Werk Aarau schicken', 'Im neuen Jahr anrufen', 'Termin für den Laborrundgang vorschlagen', 'Artikel zu {skill} schicken', 'Nach einem Praktikumsplatz fragen'] as const; // prettier-ignore
export const WISHES = ['80 %, ein Tag von zu Hause', 'Entwicklung, keine Führung', 'Gern Führung eines kleinen Teams', 'Winterthur oder Zürich, kein Umzug', 'Ravensburg, wegen der Familie', 'Vollzeit, viel im Labor', 'Reisen bis 20 %'] as const; // prettier-ignore
export const TAGS = [
  'Prüffeld',
  'Boutique Leistungselektronik',
  'Umrichter',
  'Wunschteam Reto',
  'Netzanschluss',
  'Technikabend',
] as const;
export const EVIDENCE = ['Lebenslauf, S. 1', 'Gespräch', 'Zeugnis', 'Vortrag am Technikabend', 'eigene Mail'] as const;

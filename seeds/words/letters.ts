/** Whole sentences of the sample company's letters; `{greeting}` and the like stand for what is each reader's own. */
interface InForms {
  sie: string;
  du?: string;
}
export interface SampleBlock {
  id: string;
  kind: 'heading' | 'text';
  rule?: unknown;
  eyebrow?: { de: string; en: string };
  de: InForms;
  en: string;
}
export interface SampleLetter {
  subject: { de: string; en: string };
  preheader: { de: string; en: string };
  blocks: readonly SampleBlock[];
}

const working = (roles: string[], interests: string[]) => ({
  any: [
    { is: 'role', values: roles },
    { is: 'interest', values: interests },
  ],
});
const TECHNOLOGY = working(
  ['ingenieur', 'entwickl', 'elektro', 'techni', 'mechatron', 'software', 'automat', 'informatik', 'engineer'],
  ['Antriebsregelung', 'Leistungselektronik', 'Umrichter'],
);
const MARKETING = working(['marketing', 'kommunikation', 'vertrieb', 'verkauf', 'sales'], ['Marketing', 'Vertrieb']);
const FINANCE = working(['finan', 'controll', 'buchhalt', 'einkauf', 'accountant'], ['Finanzen', 'Controlling']);

/** What went out a few days ago. */
export const SENT: SampleLetter = {
  subject: { de: 'Wo wir stehen, offen gesagt', en: 'Where we stand, plainly' },
  preheader: {
    de: 'Weniger Aufträge, eine Serie, die läuft, und ein Abend im Januar.',
    en: 'Fewer orders, one series that runs, and an evening in January.',
  },
  blocks: [
    {
      id: 'sent-opening',
      kind: 'text',
      de: {
        sie: '{greeting}\n\nDer Maschinenbau bestellt weniger, und das spüren wir. Bis zum Sommer stellen wir niemanden ein. Das sagen wir lieber jetzt, als Sie mit Andeutungen hinzuhalten.\n\nWas läuft: Die 250-kW-Serie geht wie geplant in die Fertigung, und der Prüfstand in Winterthur misst wieder.',
        du: '{greeting}\n\nDer Maschinenbau bestellt weniger, und das spüren wir. Bis zum Sommer stellen wir niemanden ein. Das sagen wir lieber jetzt, als dich mit Andeutungen hinzuhalten.\n\nWas läuft: Die 250-kW-Serie geht wie geplant in die Fertigung, und der Prüfstand in Winterthur misst wieder.',
      },
      en: '{greeting}\n\nMachine builders order less, and we feel it. We are not hiring before summer. We would rather say so now than keep you guessing.\n\nWhat works: the 250 kW series goes into production as planned, and the test bench in Winterthur measures again.',
    },
    {
      id: 'sent-closing',
      kind: 'text',
      de: {
        sie: 'Wenn Sie mögen, schreiben Sie uns, woran Sie gerade arbeiten. Wir lesen jede Antwort.\n\nFreundliche Grüsse\nMara Steinegger',
        du: 'Wenn du magst, schreib uns, woran du gerade arbeitest. Wir lesen jede Antwort.\n\nLiebe Grüsse\nMara Steinegger',
      },
      en: 'If you like, tell us what you are working on. We read every reply.\n\nKind regards,\nMara Steinegger',
    },
  ],
};

/** The quarterly letter that Mara works on: each field of work reads its own part. */
export const QUARTERLY: SampleLetter = {
  subject: {
    de: 'Winterbrief: ein Umrichter, ein Abend, eine Zahl',
    en: 'Winter letter: a converter, an evening, a figure',
  },
  preheader: {
    de: 'Zwei Minuten zum Lesen. Jede Fachrichtung liest ihren eigenen Teil.',
    en: 'Two minutes to read. Each field of work gets its own part.',
  },
  blocks: [
    {
      id: 'winter-title',
      kind: 'heading',
      de: { sie: 'Die 250-kW-Serie läuft' },
      en: 'The 250 kW series is running',
    },
    {
      id: 'winter-opening',
      kind: 'text',
      de: {
        sie: '{greeting}\n\nSeit drei Wochen kommt jeden Tag ein Umrichter vom Band. Beim siebten war die Drossel zu warm; seit dem zwölften ist sie es nicht mehr. So ehrlich möchten wir mit Ihnen weiterreden, auch ohne offene Stelle.',
        du: '{greeting}\n\nSeit drei Wochen kommt jeden Tag ein Umrichter vom Band. Beim siebten war die Drossel zu warm; seit dem zwölften ist sie es nicht mehr. So ehrlich möchten wir mit dir weiterreden, auch ohne offene Stelle.',
      },
      en: '{greeting}\n\nFor three weeks one converter a day has left the line. The choke of the seventh ran too warm; since the twelfth it does not. This is how honestly we would like to keep talking with you, open role or not.',
    },
    {
      id: 'tech-title',
      kind: 'heading',
      rule: TECHNOLOGY,
      eyebrow: { de: 'Technik', en: 'Technology' },
      de: { sie: 'Was wir über Siliziumkarbid gelernt haben' },
      en: 'What we learned about silicon carbide',
    },
    {
      id: 'tech-text',
      kind: 'text',
      rule: TECHNOLOGY,
      de: {
        sie: 'Schneller schalten heisst weniger Verluste und mehr Ärger mit der EMV. Die Messreihen aus dem Labor in Winterthur sind fertig. Offen ist noch, wie lang das Kabel zum Motor sein darf. Haben Sie damit Erfahrung? Antworten Sie einfach auf diesen Brief.',
        du: 'Schneller schalten heisst weniger Verluste und mehr Ärger mit der EMV. Die Messreihen aus dem Labor in Winterthur sind fertig. Offen ist noch, wie lang das Kabel zum Motor sein darf. Hast du damit Erfahrung? Antworte einfach auf diesen Brief.',
      },
      en: 'Switching faster means fewer losses and more trouble with EMC. The measurements from the lab in Winterthur are done. How long the motor cable may be is still open. Do you have experience with that? Just reply to this letter.',
    },
    {
      id: 'marketing-title',
      kind: 'heading',
      rule: MARKETING,
      eyebrow: { de: 'Marketing und Vertrieb', en: 'Marketing and sales' },
      de: { sie: 'Ein Messestand ohne Prospekte' },
      en: 'A trade fair stand without brochures',
    },
    {
      id: 'marketing-text',
      kind: 'text',
      rule: MARKETING,
      de: {
        sie: 'In Winterthur stand diesmal ein aufgeschraubter Umrichter statt einer Bildwand. Die Gespräche wurden länger und die Visitenkarten weniger. Wie hätten Sie es gemacht?',
        du: 'In Winterthur stand diesmal ein aufgeschraubter Umrichter statt einer Bildwand. Die Gespräche wurden länger und die Visitenkarten weniger. Wie hättest du es gemacht?',
      },
      en: 'In Winterthur we showed an opened converter in place of a picture wall. The talks grew longer and the business cards fewer. How would you have done it?',
    },
    {
      id: 'finance-title',
      kind: 'heading',
      rule: FINANCE,
      eyebrow: { de: 'Finanzen', en: 'Finance' },
      de: { sie: 'Was eine Pause kostet' },
      en: 'What a pause costs',
    },
    {
      id: 'finance-text',
      kind: 'text',
      rule: FINANCE,
      de: {
        sie: 'Wir haben gerechnet, was es kostet, in der Pause nichts zu tun: mehr, als den Prüfstand weiter zu betreiben. Die Rechnung zeigen wir Ihnen gern, antworten Sie dafür auf diesen Brief.',
        du: 'Wir haben gerechnet, was es kostet, in der Pause nichts zu tun: mehr, als den Prüfstand weiter zu betreiben. Die Rechnung zeigen wir dir gern, antworte dafür auf diesen Brief.',
      },
      en: 'We worked out what it costs to do nothing during the pause: more than keeping the test bench running. We are happy to show you the sums, just reply to this letter.',
    },
    {
      id: 'winter-closing',
      kind: 'text',
      de: {
        sie: 'Und die Stellen? Bis zum Sommer stellen wir niemanden ein. Danach sagen wir es zuerst hier.\n\nFreundliche Grüsse\nMara Steinegger',
        du: 'Und die Stellen? Bis zum Sommer stellen wir niemanden ein. Danach sagen wir es zuerst hier.\n\nLiebe Grüsse\nMara Steinegger',
      },
      en: 'And open roles? We are not hiring before summer. After that we will say so here first.\n\nKind regards,\nMara Steinegger',
    },
  ],
};

/** What Ivana asks Mara to read. */
export const INVITATION: SampleLetter = {
  subject: { de: 'Ein Abend im Umrichter-Labor', en: 'An evening in the converter lab' },
  preheader: { de: 'Vortrag, Rundgang, Suppe.', en: 'A talk, a tour, soup.' },
  blocks: [
    {
      id: 'evening-title',
      kind: 'heading',
      de: { sie: 'Technikabend in Winterthur' },
      en: 'Technology evening in Winterthur',
    },
    {
      id: 'evening-text',
      kind: 'text',
      de: {
        sie: '{greeting}\n\nIm Labor ist Platz für vierzig Leute, und wir haben mehr zu zeigen als zu verkaufen. Es gibt einen Vortrag über Regelung für Bahnantriebe, einen Rundgang und danach Suppe. Antworten Sie auf diesen Brief, wenn Sie kommen möchten.\n\nFreundliche Grüsse\nIvana Petković',
        du: '{greeting}\n\nIm Labor ist Platz für vierzig Leute, und wir haben mehr zu zeigen als zu verkaufen. Es gibt einen Vortrag über Regelung für Bahnantriebe, einen Rundgang und danach Suppe. Antworte auf diesen Brief, wenn du kommen möchtest.\n\nLiebe Grüsse\nIvana Petković',
      },
      en: '{greeting}\n\nThe lab holds forty people, and we have more to show than to sell. There is a talk about control for rail drives, a tour, and soup afterwards. Reply to this letter if you would like to come.\n\nKind regards,\nIvana Petković',
    },
  ],
};

import { divider, heading, letterOf, text } from './write.ts';

const doing = (roles: string[], interests: string[]) => ({
  any: [
    { is: 'role', values: roles },
    { is: 'interest', values: interests },
  ],
});

const TECH = doing(
  ['ingenieur', 'engineer', 'entwickl', 'developer', 'techni', 'software', 'informatik', 'data', 'daten'],
  ['Technik', 'Technology', 'Tech', 'Engineering', 'Software'],
);
const MARKETING = doing(
  ['marketing', 'kommunikation', 'communication', 'brand', 'content', 'vertrieb', 'sales'],
  ['Marketing', 'Kommunikation', 'Communication', 'Vertrieb', 'Sales'],
);
const FINANCE = doing(
  ['finan', 'controll', 'buchhalt', 'accounting', 'accountant', 'treasur', 'rechnungswesen', 'revision', 'audit'],
  ['Finanzen', 'Finance', 'Controlling', 'Accounting'],
);

/** Four times a year: what happened, for everybody; and one part for each field of work. */
export const quarterly = letterOf({
  subject: {
    sie: '{company_name}: was in den letzten drei Monaten geschah',
    du: '{company_name}: was in den letzten drei Monaten geschah',
    en: '{company_name}: what happened in the last three months',
  },
  preheader: {
    de: 'Zwei Minuten zum Lesen, und am Ende eine ehrliche Antwort auf die Frage nach Stellen.',
    en: 'Two minutes to read, with an honest answer about open roles at the end.',
  },
  onlyWithOwnBlock: true,
  blocks: [
    heading(
      { id: 'headline' },
      {
        sie: '[Die eine Nachricht, die zählt]',
        du: '[Die eine Nachricht, die zählt]',
        en: '[The one piece of news that counts]',
      },
    ),
    text(
      { id: 'opening' },
      {
        sie: `{greeting},

Sie haben uns erlaubt, Ihnen viermal im Jahr zu schreiben. Heute tun wir es, weil es etwas zu erzählen gibt: [Was ist geschehen? Zwei Sätze, mit einem Ort, einem Namen oder einer Zahl.]

Nicht alles lief wie geplant. [Was ging schief, und was haben Sie daraus gemacht? Ein Satz genügt.]`,
        du: `{greeting},

du hast uns erlaubt, dir viermal im Jahr zu schreiben. Heute tun wir es, weil es etwas zu erzählen gibt: [Was ist geschehen? Zwei Sätze, mit einem Ort, einem Namen oder einer Zahl.]

Nicht alles lief wie geplant. [Was ging schief, und was habt ihr daraus gemacht? Ein Satz genügt.]`,
        en: `{greeting},

You allowed us to write to you four times a year. Today we do, because there is something to tell: [What happened? Two sentences, with a place, a name or a number.]

Not everything went to plan. [What went wrong, and what did you make of it? One sentence will do.]`,
      },
    ),
    heading(
      { id: 'tech-title', rule: TECH, eyebrow: { de: 'Technik', en: 'Technology' } },
      {
        sie: '[Woran die Technik gerade arbeitet]',
        du: '[Woran die Technik gerade arbeitet]',
        en: '[What engineering is working on]',
      },
    ),
    text(
      { id: 'tech-text', rule: TECH },
      {
        sie: `[Eine Aufgabe, die gelöst ist, und eine, die noch offen ist. Wer daran arbeitet, mit Vornamen und Namen.]

Wenn Sie dazu eine Frage oder eine bessere Idee haben, antworten Sie einfach auf diesen Brief. [Name] liest mit.`,
        du: `[Eine Aufgabe, die gelöst ist, und eine, die noch offen ist. Wer daran arbeitet, mit Vornamen und Namen.]

Wenn du dazu eine Frage oder eine bessere Idee hast, antworte einfach auf diesen Brief. [Name] liest mit.`,
        en: `[One task that is solved, and one that is still open. Who works on it, with first and last name.]

If you have a question or a better idea, just reply to this letter. [Name] reads along.`,
      },
    ),
    heading(
      { id: 'marketing-title', rule: MARKETING, eyebrow: { de: 'Marketing und Vertrieb', en: 'Marketing and sales' } },
      {
        sie: '[Womit wir Kundschaft gewonnen haben]',
        du: '[Womit wir Kundschaft gewonnen haben]',
        en: '[What won customers over]',
      },
    ),
    text(
      { id: 'marketing-text', rule: MARKETING },
      {
        sie: `[Ein Auftritt, eine Messe oder ein Versuch: was gedacht war, was dabei herauskam, gern mit einer Zahl.]

Wie hätten Sie es gemacht? Eine Antwort auf diesen Brief genügt, [Name] freut sich darüber.`,
        du: `[Ein Auftritt, eine Messe oder ein Versuch: was gedacht war, was dabei herauskam, gern mit einer Zahl.]

Wie hättest du es gemacht? Eine Antwort auf diesen Brief genügt, [Name] freut sich darüber.`,
        en: `[A campaign, a trade fair or an experiment: what was planned and what came of it, ideally with a number.]

How would you have done it? A reply to this letter is enough, [name] will be glad of it.`,
      },
    ),
    heading(
      { id: 'finance-title', rule: FINANCE, eyebrow: { de: 'Finanzen', en: 'Finance' } },
      {
        sie: '[Was die Zahlen dieses Quartals sagen]',
        du: '[Was die Zahlen dieses Quartals sagen]',
        en: '[What this quarter’s figures say]',
      },
    ),
    text(
      { id: 'finance-text', rule: FINANCE },
      {
        sie: `[Was schon öffentlich ist, in zwei Sätzen: Auftragslage, Investition, Abschluss. Und was es für die Arbeit im Team bedeutet.]

Wie wir abschließen und planen, zeigt Ihnen [Name] gern in einem Gespräch. Antworten Sie dafür auf diesen Brief.`,
        du: `[Was schon öffentlich ist, in zwei Sätzen: Auftragslage, Investition, Abschluss. Und was es für die Arbeit im Team bedeutet.]

Wie wir abschließen und planen, zeigt dir [Name] gern in einem Gespräch. Antworte dafür auf diesen Brief.`,
        en: `[What is public already, in two sentences: orders, investment, annual accounts. And what it means for the team’s work.]

[Name] is happy to show you how we close the books and plan. Just reply to this letter.`,
      },
    ),
    divider('before-the-end'),
    text(
      { id: 'roles-and-end' },
      {
        sie: `Und die Stellen? [Sagen Sie es, wie es ist: „Bis zum Sommer stellen wir niemanden ein“ oder „Ab März suchen wir zwei Personen für die Entwicklung“.]

Freundliche Grüße
{owner_name|[Name]}`,
        du: `Und die Stellen? [Sag es, wie es ist: „Bis zum Sommer stellen wir niemanden ein“ oder „Ab März suchen wir zwei Personen für die Entwicklung“.]

Herzliche Grüße
{owner_name|[Name]}`,
        en: `And open roles? [Say it as it is: “We are not hiring before summer” or “From March we are looking for two people in development”.]

Kind regards
{owner_name|[Name]}`,
      },
    ),
  ],
});

import type { Ctx } from '#ground/context.ts';
import { createAssessment, createConsentText } from '#rooms/consent/contract.ts';
import { dayFrom } from '../calendar.ts';
import type { Act } from './desk.ts';

/** What carries the people of the files: texts that were agreed to, and one documented interest. */
export interface Grounds {
  talentPoolText: string;
  alumniText: string;
  contactAssessment: string;
}

const TEXTS = [
  ['talent_pool', 'de', 'Ja, Kellermatt Antriebe AG darf meine Angaben zwölf Monate lang im Talentpool aufbewahren und sich persönlich per Mail oder Telefon bei mir melden. Ich kann das jederzeit mit einer kurzen Nachricht beenden; dann werden meine Angaben gelöscht.', ['mail', 'phone']],
  ['talent_pool', 'en', 'Yes, Kellermatt Antriebe AG may keep my details in its talent pool for twelve months and contact me in person by mail or phone. I can end this at any time with a short message; my details are then erased.', ['mail', 'phone']],
  ['alumni_network', 'de', 'Ja, ich möchte nach meinem Austritt Teil des Netzwerks der Ehemaligen sein. Gespeichert werden Name, private Mail und meine letzte Aufgabe, zwölf Monate lang; danach werde ich wieder per Mail gefragt.', ['mail']],
  ['alumni_network', 'en', 'Yes, I would like to be part of the alumni network after leaving. My name, private mail and last role are kept for twelve months; then I am asked again by mail.', ['mail']],
  ['contact_network', 'de', 'Ja, Sie dürfen mich als beruflichen Kontakt führen und sich per Mail bei mir melden, wenn es um Antriebe und Leistungselektronik geht.', ['mail']],
  ['newsletter', 'de', 'Ja, Kellermatt Antriebe AG darf mir zu diesem Thema Mails schicken, höchstens einmal im Monat. Ich kann jedes Thema jederzeit auf meiner eigenen Seite abbestellen.', ['mail']],
  ['newsletter', 'en', 'Yes, Kellermatt Antriebe AG may send me mails on this topic, at most once a month. I can unsubscribe from each topic at any time on my own page.', ['mail']],
] as const; // prettier-ignore

const REASONING =
  'Die Personen haben die berufliche Verbindung mit Mara Steinegger selbst bestätigt und erwarten, dass man sich zu fachlichen Fragen meldet. Gespeichert wird nur, was sie in ihrem öffentlichen Profil zeigen. Wer nicht möchte, wird beim ersten Kontakt nach seinem Wunsch gefragt und gelöscht.';

/** @param ctx somebody who may record them, on a day before the first file */
export async function recordBases(act: Act, ctx: Ctx): Promise<Grounds> {
  const texts = new Map<string, string>();
  for (const [purpose, language, body, channels] of TEXTS) {
    const { id } = await act(ctx, createConsentText, { body: { purpose, language, body, channels: [...channels] } });
    texts.set(`${purpose} ${language}`, id);
  }
  const { id } = await act(ctx, createAssessment, {
    body: {
      segment: 'passive_contact',
      purpose: 'Berufliche Kontakte pflegen',
      reasoning: REASONING,
      reviewOn: dayFrom(ctx.now.toISOString().slice(0, 10), 365),
    },
  });
  return {
    talentPoolText: texts.get('talent_pool de') ?? '',
    alumniText: texts.get('alumni_network de') ?? '',
    contactAssessment: id,
  };
}

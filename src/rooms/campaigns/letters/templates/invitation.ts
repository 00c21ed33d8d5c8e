import { heading, letterOf, openButton, text } from './write.ts';

/** To an event: when, where, what for, how to say yes and how to say no. */
export const invitation = letterOf({
  subject: {
    sie: 'Einladung: [Anlass] am [Tag]',
    du: 'Einladung: [Anlass] am [Tag]',
    en: 'Invitation: [event] on [day]',
  },
  preheader: {
    de: '[Ort], [Uhrzeit]. Zusagen bis [Tag], absagen ist auch eine Antwort.',
    en: '[Place], [time]. Let us know by [day]; no is an answer, too.',
  },
  blocks: [
    heading(
      { id: 'headline' },
      { sie: '[Anlass], [Tag] um [Uhrzeit]', du: '[Anlass], [Tag] um [Uhrzeit]', en: '[Event], [day] at [time]' },
    ),
    text(
      { id: 'opening' },
      {
        sie: `{greeting},

am [Tag] öffnen wir [Halle, Labor, Büro] für einen Abend, und wir möchten Sie gern dabeihaben. [Warum gerade jetzt? Ein Satz: was es zu sehen gibt, das es sonst nicht zu sehen gibt.]`,
        du: `{greeting},

am [Tag] öffnen wir [Halle, Labor, Büro] für einen Abend, und wir möchten dich gern dabeihaben. [Warum gerade jetzt? Ein Satz: was es zu sehen gibt, das es sonst nicht zu sehen gibt.]`,
        en: `{greeting},

On [day] we open [the hall, the lab, the office] for an evening, and we would like you to be there. [Why now? One sentence: what there is to see that cannot be seen otherwise.]`,
      },
    ),
    text(
      { id: 'programme' },
      {
        sie: `- [17:30] Ankommen, etwas zu trinken
- [18:00] [Name] zeigt [was]
- [19:00] Essen, Fragen, Gespräche; wer gehen muss, geht

[Adresse, mit Bahn oder Bus: Haltestelle und Gehminuten. Der Zugang ist stufenlos: ja oder nein.]`,
        du: `- [17:30] Ankommen, etwas zu trinken
- [18:00] [Name] zeigt [was]
- [19:00] Essen, Fragen, Gespräche; wer gehen muss, geht

[Adresse, mit Bahn oder Bus: Haltestelle und Gehminuten. Der Zugang ist stufenlos: ja oder nein.]`,
        en: `- [5.30 pm] Arrive, have a drink
- [6 pm] [Name] shows [what]
- [7 pm] Food, questions, conversations; leave whenever you need to

[Address, by train or bus: stop and minutes on foot. Step-free access: yes or no.]`,
      },
    ),
    openButton({ id: 'yes-button' }, { sie: 'Ich komme', du: 'Ich komme', en: 'I will be there' }),
    text(
      { id: 'closing' },
      {
        sie: `Es ist kein Auswahlverfahren und niemand hält eine Rede über Arbeitgeber. Passt der Tag nicht, antworten Sie einfach mit „nein“; beim nächsten Mal fragen wir wieder.

Freundliche Grüße
{owner_name|[Name]}`,
        du: `Es ist kein Auswahlverfahren und niemand hält eine Rede über Arbeitgeber. Passt der Tag nicht, antworte einfach mit „nein“; beim nächsten Mal fragen wir wieder.

Herzliche Grüße
{owner_name|[Name]}`,
        en: `This is no assessment, and nobody gives a talk about employers. If the day does not suit you, simply reply “no”; we will ask again next time.

Kind regards
{owner_name|[Name]}`,
      },
    ),
  ],
});

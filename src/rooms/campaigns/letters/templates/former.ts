import { heading, letterOf, text } from './write.ts';

/** To people who worked here: what became of their work, and that the door is open. */
export const former = letterOf({
  subject: {
    sie: 'Was seit Ihrem Abschied geschah',
    du: 'Was seit deinem Abschied geschah',
    en: 'What happened after you left',
  },
  preheader: {
    de: 'Neues von Menschen und Sachen, die Sie kennen.',
    en: 'News of people and things you know.',
  },
  blocks: [
    heading(
      { id: 'headline' },
      {
        sie: 'Es geht weiter, auch mit dem, was Sie begonnen haben',
        du: 'Es geht weiter, auch mit dem, was du begonnen hast',
        en: 'It goes on, including what you started',
      },
    ),
    text(
      { id: 'opening' },
      {
        sie: `{greeting},

Sie haben bei {company_name} gearbeitet, und einiges von dem, was Sie begonnen haben, läuft heute noch. [Ein Beispiel, an das sich alle erinnern: ein Projekt, eine Maschine, ein Brauch.]

Geändert hat sich auch etwas:

- [Wer neu ist, wer gegangen ist, wer jetzt was macht.]
- [Was umgebaut, gekauft oder abgeschafft wurde.]
- [Was Sie damals gestört hat und heute besser ist. Oder noch nicht.]`,
        du: `{greeting},

du hast bei {company_name} gearbeitet, und einiges von dem, was du begonnen hast, läuft heute noch. [Ein Beispiel, an das sich alle erinnern: ein Projekt, eine Maschine, ein Brauch.]

Geändert hat sich auch etwas:

- [Wer neu ist, wer gegangen ist, wer jetzt was macht.]
- [Was umgebaut, gekauft oder abgeschafft wurde.]
- [Was dich damals gestört hat und heute besser ist. Oder noch nicht.]`,
        en: `{greeting},

You worked at {company_name}, and some of what you started is still running. [One example everybody remembers: a project, a machine, a custom.]

Some things have changed:

- [Who is new, who has left, who does what now.]
- [What was rebuilt, bought or given up.]
- [What used to annoy you and is better now. Or not yet.]`,
      },
    ),
    text(
      { id: 'closing' },
      {
        sie: `Wir wüssten gern, wie es Ihnen geht und woran Sie arbeiten. Eine Zeile genügt, und sie kommt bei einem Menschen an. Und falls Sie je daran denken zurückzukommen: Fragen kostet nichts, auch nach Jahren.

Freundliche Grüße
{owner_name|[Name]}`,
        du: `Wir wüssten gern, wie es dir geht und woran du arbeitest. Eine Zeile genügt, und sie kommt bei einem Menschen an. Und falls du je daran denkst zurückzukommen: Fragen kostet nichts, auch nach Jahren.

Herzliche Grüße
{owner_name|[Name]}`,
        en: `We would like to know how you are and what you are working on. One line is enough, and a person will read it. And should you ever think of coming back: asking costs nothing, even after years.

Kind regards
{owner_name|[Name]}`,
      },
    ),
  ],
});

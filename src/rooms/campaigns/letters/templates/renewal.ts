import { choicesButton, heading, letterOf, text } from './write.ts';

/** Before a permission ends: what ends, and that doing nothing is an answer. */
export const renewal = letterOf({
  subject: {
    sie: 'Bald endet, was Sie uns erlaubt haben',
    du: 'Bald endet, was du uns erlaubt hast',
    en: 'What you allowed us is about to end',
  },
  preheader: {
    de: 'Verlängern, Pause machen oder gehen. Wer nichts tut, wird gelöscht.',
    en: 'Extend, pause or leave. If you do nothing, we erase everything.',
  },
  blocks: [
    heading(
      { id: 'headline' },
      {
        sie: 'Möchten Sie, dass wir in Kontakt bleiben?',
        du: 'Möchtest du, dass wir in Kontakt bleiben?',
        en: 'Would you like us to stay in touch?',
      },
    ),
    text(
      { id: 'opening' },
      {
        sie: `{greeting},

Sie haben {company_name} erlaubt, Ihre Angaben aufzubewahren und Ihnen zu schreiben. Diese Erlaubnis hat ein Ende, und es ist nah. Darum fragen wir einmal nach.

Auf Ihrer Seite steht der genaue Tag. Dort können Sie verlängern, eine Pause machen oder heute gehen. Alle drei Wege sind gleich kurz.`,
        du: `{greeting},

du hast {company_name} erlaubt, deine Angaben aufzubewahren und dir zu schreiben. Diese Erlaubnis hat ein Ende, und es ist nah. Darum fragen wir einmal nach.

Auf deiner Seite steht der genaue Tag. Dort kannst du verlängern, eine Pause machen oder heute gehen. Alle drei Wege sind gleich kurz.`,
        en: `{greeting},

You allowed {company_name} to keep your details and to write to you. This permission has an end, and it is near. So we ask once.

Your page shows the exact day. There you can extend, pause, or leave today. All three ways are equally short.`,
      },
    ),
    choicesButton({ id: 'own-page' }, { sie: 'Zu meiner Seite', du: 'Zu meiner Seite', en: 'To my page' }),
    text(
      { id: 'closing' },
      {
        sie: `Wenn Sie nichts tun, löschen wir an jenem Tag alles. Auch das ist in Ordnung, und niemand hakt nach.

Freundliche Grüße
{owner_name|[Name]}`,
        du: `Wenn du nichts tust, löschen wir an jenem Tag alles. Auch das ist in Ordnung, und niemand hakt nach.

Herzliche Grüße
{owner_name|[Name]}`,
        en: `If you do nothing, we erase everything on that day. That is fine, too, and nobody will chase you.

Kind regards
{owner_name|[Name]}`,
      },
    ),
  ],
});

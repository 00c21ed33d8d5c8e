interface Letter {
  name: string;
  company: string;
  sender: string;
  /** `YYYY-MM-DD` */
  eraseOn: string;
  link: string;
  language: 'de' | 'en';
}

/**
 * The invitation to consent, as plain text for the recruiter's own mailbox: who asks, what is stored, until when, and that no answer is needed to be erased.
 * A letter to a person outside, so it stands here in both languages and not among the words of the screens.
 */
export function letterFor({ name, company, sender, eraseOn, link, language }: Letter): {
  subject: string;
  body: string;
  link: string;
} {
  const day = new Intl.DateTimeFormat(language === 'de' ? 'de-CH' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${eraseOn}T00:00:00Z`));
  const text =
    language === 'de' ? german({ name, company, sender, day, link }) : english({ name, company, sender, day, link });
  return { ...text, link };
}

interface Words {
  name: string;
  company: string;
  sender: string;
  day: string;
  link: string;
}

const german = ({ name, company, sender, day, link }: Words) => ({
  subject: `Dürfen wir in Kontakt bleiben? ${company}`,
  body: `Guten Tag ${name}

Wir haben uns im Recruiting von ${company} kennengelernt und würden gern mit Ihnen in Kontakt bleiben, auch ohne offene Stelle. Das tun wir nur, wenn Sie es möchten.

Zurzeit sind Ihr Name und diese Mailadresse gespeichert, sonst nichts. Auf dieser Seite steht, worum es geht, und Sie entscheiden mit einem Klick:

${link}

Wenn Sie nicht antworten, werden diese Angaben am ${day} gelöscht. Wir fragen kein zweites Mal.

Freundliche Grüße
${sender}
${company}
`,
});

const english = ({ name, company, sender, day, link }: Words) => ({
  subject: `May we stay in touch? ${company}`,
  body: `Dear ${name}

We met in the course of recruiting at ${company} and would like to stay in touch, whether or not a position is open. We will only do so if you want it.

At the moment we store your name and this mail address, nothing else. This page says what it is about, and you decide with one click:

${link}

If you do not answer, these details will be erased on ${day}. We will not ask again.

Kind regards
${sender}
${company}
`,
});

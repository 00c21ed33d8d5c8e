import { sql } from 'kysely';
import type { LetterParts } from './letters/compile.ts';
import { line, rich } from './letters/templates/write.ts';
import type { LetterContent } from './letters/words/ready.ts';
import type { Letter } from './schema-letter.ts';
import { brandDesign } from './schema-letter.ts';
import type { ReaderFacts } from './sending/letters.ts';

const said = (de: string, en: string, du?: string) => ({
  de: { formal: rich(de), ...(du === undefined ? {} : { informal: rich(du) }) },
  en: { formal: rich(en) },
});
const titled = (de: string, en: string) => ({ de: { formal: line(de) }, en: { formal: line(en) } });

/** What `aWholeLetter` names: a picture, somebody's face, an article and an event. */
export const NAMED = {
  pictureId: '019aa000-0000-7000-8000-000000000001',
  faceId: '019aa000-0000-7000-8000-000000000002',
  articleDe: '019aa000-0000-7000-8000-000000000003',
  articleEn: '019aa000-0000-7000-8000-000000000004',
  eventId: '019aa000-0000-7000-8000-000000000005',
};

const WHOLE: Letter = {
  subject: titled('Technik-Brief: der Prüfstand läuft wieder', 'Tech letter: the test bench is back'),
  preheader: { de: 'Und was ein Abend mit Invertern bringt.', en: 'And what an evening with inverters is good for.' },
  onlyWithOwnBlock: false,
  blocks: [
    { id: 'headline', kind: 'heading', words: titled('Der Prüfstand läuft wieder', 'The test bench is back') },
    {
      id: 'opening',
      kind: 'text',
      words: said(
        '{greeting}\n\nSie haben im Juni nach dem Prüffeld gefragt. Seit letzter Woche dreht es wieder, mit neuem Umrichter und zwei Kollegen weniger. Beides gehört zur Wahrheit.\n\n- 250 kW auf drei Quadratmetern\n- Bremsenergie, die im Haus bleibt',
        '{greeting}\n\nIn June you asked about the test field. It has been turning again since last week, with a new inverter and two colleagues fewer. Both are part of the truth.\n\n- 250 kW on three square metres\n- Braking energy that stays in the house',
        '{greeting}\n\nDu hast im Juni nach dem Prüffeld gefragt. Seit letzter Woche dreht es wieder, mit neuem Umrichter und zwei Kollegen weniger. Beides gehört zur Wahrheit.',
      ),
    },
    {
      id: 'picture',
      kind: 'picture',
      pictureId: NAMED.pictureId,
      alt: { de: 'Der Prüfstand in der Halle', en: 'The test bench in the hall' },
      isDecoration: false,
    },
    {
      id: 'article',
      kind: 'content',
      rule: { is: 'tag', values: ['Technik'] },
      eyebrow: { de: 'Technik', en: 'Technology' },
      contentId: { de: NAMED.articleDe, en: NAMED.articleEn },
    },
    {
      id: 'event',
      kind: 'content',
      rule: { is: 'tag', values: ['Lernen'] },
      eyebrow: { de: 'Lernen', en: 'Learning' },
      contentId: { de: NAMED.eventId },
    },
    {
      id: 'person',
      kind: 'person',
      name: 'Reto Hüsler',
      role: { de: 'Leiter Prüffeld', en: 'Head of the test field' },
      pictureId: NAMED.faceId,
      words: said('„Wer es hören will, kommt vorbei.“', '“Come by if you want to hear it.”'),
    },
    {
      id: 'role',
      kind: 'role',
      title: { de: 'Entwicklung Leistungselektronik', en: 'Power electronics development' },
      place: { de: 'Winterthur', en: 'Winterthur' },
      workload: '80–100 %',
      words: said('Zwei Personen, ab März.', 'Two people, from March.'),
      link: { de: 'https://kellermatt.example/stellen/12', en: 'https://kellermatt.example/roles/12' },
    },
    { id: 'divider', kind: 'divider' },
    {
      id: 'button',
      kind: 'button',
      words: titled('Platz nehmen', 'Take a seat'),
      link: { de: 'https://kellermatt.example/abend?a=1&b=2', en: 'https://kellermatt.example/evening' },
    },
  ],
};

/** A letter with a block of every kind, in both languages and forms; two of them have rules. */
export const aWholeLetter = (): Letter => structuredClone(WHOLE);

/** `aWholeLetter` with everything it names, as it is loaded; the rules of its two parts answer by bits 0 and 1. */
export const someParts = (given: Partial<LetterParts> = {}): LetterParts => ({
  letter: aWholeLetter(),
  brand: brandDesign.parse({}),
  mainLanguage: 'de',
  countsClicks: false,
  conditions: [sql<boolean>`true`, sql<boolean>`true`],
  bits: new Map([
    ['article', 0],
    ['event', 1],
  ]),
  contents: new Map([
    [NAMED.articleDe, aContent('250 kW auf drei Quadratmetern', 'article')],
    [NAMED.articleEn, aContent('250 kW on three square metres', 'article')],
    [NAMED.eventId, { ...aContent('Funktionale Sicherheit für Antriebe', 'event'), onDate: '2026-12-03' }],
  ]),
  pictures: new Map([
    [NAMED.pictureId, { url: 'https://house.example/api/v1/letter-pictures/1', width: 1200, height: 700 }],
    [NAMED.faceId, { url: 'https://house.example/api/v1/letter-pictures/2', width: 400, height: 400 }],
  ]),
  sender: {
    company: 'Kellermatt Antriebe AG',
    postalAddress: 'Kellermatt Antriebe AG\nIndustriestrasse 4, 5322 Koblenz',
    topic: { de: 'Technik-Brief', en: 'Tech letter' },
    isSwiss: true,
  },
  ...given,
});

const aContent = (title: string, kind: LetterContent['kind']): LetterContent => ({
  kind,
  title,
  summary: 'Vier Minuten zum Lesen.',
  link: 'https://kellermatt.example/lesen?a=1&b=2',
  onDate: null,
  usableUntil: null,
});

export const aReader = ({ fields, ...given }: Partial<ReaderFacts> = {}): ReaderFacts => ({
  talentId: '019aa000-0000-7000-8000-0000000000aa',
  language: 'de',
  visible: 3n,
  links: {
    unsubscribe: 'https://house.example/api/v1/letters/abc/unsubscribe',
    preferences: 'https://house.example/p/abc?a=1&b=2',
    view: 'https://house.example/api/v1/letters/abc',
  },
  ...given,
  fields: {
    title: null,
    first_name: 'Beat',
    last_name: 'Rüegsegger',
    address_form: 'sie',
    role: 'Prüfingenieur',
    employer: null,
    city: 'Winterthur',
    owner_name: 'Mara Steinegger',
    company_name: 'Kellermatt Antriebe AG',
    ...fields,
  },
});

import type { CvLine } from './cv-lines.ts';

interface NameProposal {
  field: 'full_name';
  value: string;
  quote: string;
  offset: number;
}

const TITLE = String.raw`(?:(?:Prof|Dr|Dipl|Mag|Ing|Lic|med|phil|rer|nat|iur|oec|h\.c)\.?(?:-?\p{L}+\.?)?\s+)*`;
const PART = String.raw`(?:von|van|der|den|de|zu|zum|zur|vom|di|da|del|dos|el|al|Mc)\s+`;
const WORD = String.raw`\p{Lu}[\p{L}’'.-]*`;
const NAME = new RegExp(
  String.raw`^${TITLE}${WORD}(?:\s+(?:${PART}){0,2}${WORD}){1,3}(?:,\s+(?:MSc|BSc|MBA|PhD|M\.?\s?A\.?|B\.?\s?A\.?))?$`,
  'u',
);
const LABELLED = /^(?:(?:voller |full )?name|vor-? und (?:nach|zu)name|nom|nome)\s*[:\t]\s*(.+)$/iu;
const NO_NAME =
  /lebenslauf|curriculum|vitae|r[ée]sum[ée]|\bcv\b|bewerbung|profil|kontakt|contact|adresse|stra(?:ß|ss)e|engineer|entwickler|manager|ingenieur|leiter|consultant|berater|designer|analyst|developer|techniker|assistent|gmbh|\bag\b|university|universität|hochschule|schweiz|deutschland|österreich|switzerland|germany|page|seite|telefon|email/iu;

/** Lines searched: names stand on top, but a side column may be read first. */
const SEARCHED_LINES = 60;

/** The line that looks like a name and is told by the mail address; without a mail the first that looks like one. */
export function findName(lines: CvLine[], email: string | undefined): NameProposal[] {
  const filled = lines.filter(({ text }) => text !== '').slice(0, SEARCHED_LINES);
  const labelled = filled.find(({ text }) => LABELLED.test(text));
  if (labelled) return [toProposal(labelled, LABELLED.exec(labelled.text)?.[1] ?? '')];

  const local = plainLetters(email?.split('@')[0] ?? '');
  const candidates = filled.flatMap((line, index) => {
    const name = line.text.split('\t')[0] ?? '';
    return looksLikeName(line, name) ? [{ line, name, points: wordsIn(name, local) * 10 - index }] : [];
  });
  const best = candidates.sort((a, b) => b.points - a.points)[0];
  // Without support from the mail, only the first lines are trusted.
  return best && best.points > -12 ? [toProposal(best.line, best.name)] : [];
}

function looksLikeName(line: CvLine, text: string): boolean {
  return !line.isHeading && text.length <= 60 && NAME.test(text) && !NO_NAME.test(text);
}

function wordsIn(name: string, local: string): number {
  return name.split(/[\s-]+/u).filter((word) => word.length > 2 && local.includes(plainLetters(word))).length;
}

function plainLetters(text: string): string {
  return text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
    .normalize('NFD').replaceAll(/[^a-z]/gu, ''); // prettier-ignore
}

/** Names in capitals are written as usual. */
function toProposal(line: CvLine, name: string): NameProposal {
  const isShouted = name === name.toUpperCase();
  const value = isShouted
    ? name.toLowerCase().replaceAll(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
  return { field: 'full_name', value: value.trim(), quote: line.text, offset: line.offset };
}

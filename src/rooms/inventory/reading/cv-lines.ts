type CvSection = 'top' | 'experience' | 'education' | 'skills' | 'other';

/** One line of a CV with its place and the section it stands in. */
export interface CvLine {
  text: string;
  offset: number;
  section: CvSection;
  isHeading: boolean;
}

const HEADINGS: [CvSection, RegExp][] = [
  ['experience', /^(?:berufs(?:erfahrung|praxis|laufbahn|weg)|beruflicher (?:werdegang|hintergrund)|werdegang|praktische erfahrung(?:en)?|praxiserfahrung|(?:work|professional|relevant )?\s?(?:experience|employment)(?: history)?|work history|career(?: history)?|expérience(?:s)?(?: professionnelles?)?|esperienz[ae](?: professional[ei]| lavorativ[ae])?|stationen|arbeitserfahrung)$/iu],
  ['education', /^(?:(?:schul|hochschul|akademische |berufs)?(?:aus|weiter)?-?bildung(?:sweg)?|aus- und weiterbildung(?:en)?|studium|schule|education(?: and training)?|academic background|qualifications|formation|formazione|certifications?|certificates|zertifikate|qualifikationen)$/iu],
  ['skills', /^(?:(?:technical |key |core |it[- ]|soft |hard |fach|besondere |weitere |technische |fachliche )*(?:skills|kenntnisse|f[äa]higkeiten|kompetenzen|competenc(?:ies|es)|fachkenntnisse|expertise|technologien|technologies|tools)(?: (?:und|and|&) (?:f[äa]higkeiten|kenntnisse|kompetenzen|skills|tools|technologies|technologien))?|compétences|competenze|know-?how)$/iu],
  ['other', /^(?:sprach(?:en|kenntnisse)|languages?|langues|lingue|interessen|hobbys?|interests|hobbies|referenzen|references|projekte|projects|publikationen|publications|kontakt(?:daten)?|contact(?: details)?|pers[öo]nliche (?:daten|angaben)|personal (?:details|data|information)|profil|profile|summary|[üu]ber mich|about(?: me)?|ehrenamt(?:liches engagement)?|engagement|volunteering|auszeichnungen|awards|militärdienst|führerschein|f[üu]hrerschein)$/iu],
]; // prettier-ignore

export function readCvLines(text: string): CvLine[] {
  const lines: CvLine[] = [];
  let section: CvSection = 'top';
  let offset = 0;
  for (const raw of text.split('\n')) {
    const heading = headingSection(raw);
    section = heading ?? section;
    const start = raw.length - raw.trimStart().length;
    lines.push({ text: raw.trim(), offset: offset + start, section, isHeading: heading !== undefined });
    offset += raw.length + 1;
  }
  return lines;
}

/** Headings are often set with spaces between the letters: "S K I L L S". */
function headingSection(line: string): CvSection | undefined {
  const trimmed = line.trim().replace(/\s*:$/u, '');
  const plain = /^(?:\S ){3,}\S$/u.test(trimmed) ? trimmed.replaceAll(' ', '') : trimmed;
  return plain.length > 50 ? undefined : HEADINGS.find(([, words]) => words.test(plain))?.[0];
}

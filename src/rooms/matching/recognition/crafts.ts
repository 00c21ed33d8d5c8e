/**
 * Crafts that are frequent surnames too, folded. In free text they count only where the words around speak of work, for men and women
 * alike: otherwise a name would be an occupation.
 */
export const SURNAME_CRAFTS: ReadonlySet<string> = new Set(
  (
    'schneider maurer backer muller schmied schmid schmidt weber fischer koch zimmermann zimmerer wagner schreiner gartner jager forster metzger maler ' +
    'kaufmann richter kellner sattler steinmetz topfer kohler fleischer drechsler schlosser kutscher kufer bergmann tischler lehrer kramer fuhrmann ' +
    'schafer hirt winzer seiler schuster glaser becker binder dreher former giesser kraft meister bauer beck pfister schumacher schuhmacher ' +
    'baker cook taylor tailor mason carpenter butcher gardener farmer fisher miller smith weaver potter shepherd hunter turner cooper barber judge ' +
    'porter archer carter clark fuller glover parker sawyer skinner thatcher tyler walker wheeler driver page'
  ).split(' '),
);

const WORK =
  /ausbildung|lehre\b|gelernt|beruf|gesell|meister|\befz\b|\beba\b|gearbeitet|tätig|taetig|stelle\b|umschulung|anstellung|trained|apprentice|qualified|worked|working|job\b|position\b|trade\b|employed/iu;
const BEFORE = new Set(
  'als zum zur ein eine einen einer der die gelernter gelernte staatlich as a an the trained qualified und oder and or'.split(
    ' ',
  ),
);
const AFTER = new Set(
  'bei im in beim fur seit von at for since with efz eba geselle gesellin meister meisterin lehre m w d'.split(' '),
);
const PERSON = new Set('herr herrn frau familie firma dr prof mr mrs ms'.split(' '));
const YEAR = /\b(?:19|20)\d\d\b/u;

export interface Surroundings {
  sentence: string;
  /** Folded words beside the craft; empty at an end of the sentence. */
  before: string;
  after: string;
}

/** Whether a craft is meant and no name. */
export function isCraft({ sentence, before, after }: Surroundings): boolean {
  if (PERSON.has(before)) return false;
  if (BEFORE.has(before) || AFTER.has(after)) return true;
  if (WORK.test(sentence)) return true;
  const standsAlone = before === '' && (after === '' || YEAR.test(sentence));
  return standsAlone || /^\d+$/u.test(before);
}

import { readChoice, readYesNo } from '../values/parse-choice.ts';
import { readNumber } from '../values/parse-number.ts';
import { remembered } from '../values/remembered.ts';
import { readRating } from '../values/rating.ts';
import type { ApplicationOutcome, ApplicationStage, ImportedApplication } from '../types.ts';
import { CHOICE_OF_FIELD } from './column-details.ts';
import { dropValue, type Cell, type RowDraft } from './row-draft.ts';

/** Our word for the word of the file; unknown words are named and left out. */
export function chosen(draft: RowDraft, { text, mapping }: Cell): string | undefined {
  const kind = CHOICE_OF_FIELD[mapping.field];
  const reading = kind ? readChoice(text, kind, mapping.words) : undefined;
  if (reading?.kind === 'unreadable') dropValue(draft, mapping, 'word_unknown', { value: reading.text });
  return reading?.kind === 'choice' ? reading.value : undefined;
}

const STAGES: ReadonlySet<string> = new Set<ApplicationStage>([
  'applied',
  'screened',
  'phone',
  'interview',
  'second_interview',
  'assessment',
  'final',
  'offer',
]);

/** "Absage nach Assessment" is a stage and an outcome, in whichever column it stands; the column's own fact wins. */
export function readProcessCell({ application, problems }: RowDraft, { text, mapping }: Cell): void {
  const own = mapping.words?.[text];
  const facts = own === undefined ? usualFacts(text) : processFacts(text, own);
  if (!facts.stage && !facts.outcome) dropValue({ problems }, mapping, 'word_unknown', { value: text.slice(0, 80) });
  const ownFact = mapping.field === 'application_stage' ? 'stage' : 'outcome';
  const stage = firstOf('stage', ownFact, facts, application);
  const outcome = firstOf('outcome', ownFact, facts, application);
  if (stage) application.stage = stage;
  if (outcome) application.outcome = outcome;
}

/** In the fact's own column the cell wins; in another one what is known already does. */
const firstOf = <F extends keyof ProcessFacts>(
  fact: F,
  ownFact: keyof ProcessFacts,
  said: ProcessFacts,
  known: ProcessFacts,
): ProcessFacts[F] => (fact === ownFact ? (said[fact] ?? known[fact]) : (known[fact] ?? said[fact]));

type ProcessFacts = Pick<ImportedApplication, 'stage' | 'outcome'>;

/** @param own our word that someone matched by hand; a stage or an outcome */
function processFacts(text: string, own = ''): ProcessFacts {
  const isStage = STAGES.has(own);
  const stage = isStage ? (own as ApplicationStage) : processWord(text, 'stage');
  const outcome = own !== '' && !isStage ? (own as ApplicationOutcome) : processWord(text, 'outcome');
  return { stage, outcome } as ProcessFacts;
}

const usualFacts: (text: string) => Readonly<ProcessFacts> = remembered((text) => processFacts(text));

function processWord(text: string, kind: 'stage' | 'outcome'): string | undefined {
  const reading = readChoice(text, kind);
  return reading.kind === 'choice' ? reading.value : undefined;
}

export function readRatingCell(draft: RowDraft, { text, mapping }: Cell): void {
  const reading = readRating(text, mapping.scale ?? { best: 5, worst: 1 }, mapping.decimal);
  if (reading.kind === 'rating') draft.application.ratingShare = reading.share;
  if (reading.kind === 'unreadable') dropValue(draft, mapping, 'rating_unreadable', { value: reading.text });
  if (reading.kind === 'out_of_scale') dropValue(draft, mapping, 'rating_out_of_scale', { value: reading.text });
}

/** `2`, `2.`, `2 von 28`, `2/28`, `Platz 2`. */
export function readPlaceCell(draft: RowDraft, { text, mapping }: Cell): void {
  const found =
    /^(?:platz|rang|rank|no\.?|nr\.?)?\s*(\d{1,4})\s*\.?\s*(?:platz|rang)?(?:\s*(?:\/|von|of)\s*(\d{1,5}))?$/i.exec(
      text,
    );
  const place = Number(found?.[1] ?? 0);
  if (place < 1) {
    dropValue(draft, mapping, 'place_unreadable', { value: text.slice(0, 80) });
    return;
  }
  draft.application.place = place;
  if (found?.[2]) draft.application.fieldSize = Number(found[2]);
}

export function readFieldSizeCell(draft: RowDraft, { text, mapping }: Cell): void {
  const reading = readNumber(text, mapping.decimal);
  const isCount =
    reading.kind === 'number' && Number.isInteger(reading.value) && reading.value > 0 && reading.value < 1_000_000;
  if (isCount) draft.application.fieldSize = reading.value;
  else dropValue(draft, mapping, 'number_unreadable', { value: text.slice(0, 80) });
}

export function readRehireCell(draft: RowDraft, { text, mapping }: Cell): void {
  const own = mapping.words?.[text];
  if (own === 'yes' || own === 'no' || own === 'unknown') {
    draft.employment.rehireWish = own;
    return;
  }
  const reading = readYesNo(text, mapping.dateOrder);
  if (reading.kind === 'answer') draft.employment.rehireWish = reading.answer;
  if (reading.kind === 'unreadable') dropValue(draft, mapping, 'word_unknown', { value: reading.text });
}

/** An unclear answer is no consent, and neither is a date in the future. */
export function readConsentCell(draft: RowDraft, { text, mapping, context }: Cell): void {
  const reading = readYesNo(text, mapping.dateOrder);
  if (reading.kind === 'unreadable') dropValue(draft, mapping, 'consent_unclear', { value: reading.text });
  if (reading.kind !== 'answer' || reading.answer === 'unknown') return;
  if (reading.on && reading.on > context.today) {
    dropValue(draft, mapping, 'date_in_future', { value: reading.on });
    return;
  }
  draft.consent.isGiven = reading.answer === 'yes';
  draft.consent.on ??= reading.on;
  draft.consent.until ??= reading.until;
}

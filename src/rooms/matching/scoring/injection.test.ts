import { describe, expect, it } from 'vitest';
import type { PersonDocuments } from '../people/documents.ts';
import { explain } from './explain.ts';
import { FLAGGED, INJECTIONS } from './injection.test-support.ts';
import { aQuery, DATA_ENGINEER, documentsOf, recogniser, WEIGHTS } from './people.test-support.ts';
import { personProfile } from './person-profile.ts';
import { scorePerson } from './score.ts';

const HONEST = 'Fünf Jahre Python bei Hochrhein. Betreuung der Anwender. Deutsch C1.';
const query = aQuery(DATA_ENGINEER);
const paper = (text: string) => documentsOf([HONEST, text], { city: 'Winterthur' });
const ours = (documents: PersonDocuments) => scorePerson(personProfile(documents, recogniser), query, WEIGHTS).points;
/** Common words of an order ("first", "score") may be wording by chance; nothing more. */
const TOLERANCE_POINTS = 1;

function moved(score: (documents: PersonDocuments) => number): string[] {
  const honest = score(documentsOf([HONEST], { city: 'Winterthur' }));
  return INJECTIONS.filter((text) => Math.abs(score(paper(text)) - honest) > TOLERANCE_POINTS).map((text) =>
    text.slice(0, 60),
  );
}

/** As scorers are that count words: each of the fifty must be able to move it, or the corpus proves nothing. */
const naive = ({ passages }: PersonDocuments) => {
  const text = passages
    .map((passage) => passage.text)
    .join('\n')
    .replaceAll('\u200B', '');
  return ['SQL', 'Spark', 'Kubernetes', 'Docker'].reduce((sum, word) => sum + (text.split(word).length - 1), 0);
};

describe('fifty papers that talk to a machine', () => {
  it('are fifty', () => {
    expect(new Set(INJECTIONS).size).toBe(50);
  });

  // Giant texts among the fifty take their time on a machine that does other things too.
  it('get the points of the honest paper', { timeout: 60_000 }, () => {
    expect(moved(ours)).toEqual([]);
  });

  it('would move a scorer that counts words, and this is noticed', () => {
    expect(moved(naive).length).toBeGreaterThan(35);
  });

  it('are shown to a human as odd', () => {
    for (const text of FLAGGED) {
      const { ignored } = personProfile(paper(text), recogniser);
      expect({ text: text.slice(0, 60), isFlagged: ignored.length > 0 }).toEqual({
        text: text.slice(0, 60),
        isFlagged: true,
      });
    }
  });

  it('quote nobody but the person whose paper it is', () => {
    const other = personProfile(documentsOf(['Python und SQL bei Wiedenroth Antriebe, streng geheim.']), recogniser);
    scorePerson(other, query, WEIGHTS);
    for (const text of INJECTIONS.slice(0, 30)) {
      const documents = paper(text);
      const criteria = explain(personProfile(documents, recogniser), query, WEIGHTS, { recogniser, language: 'de' });
      const quotes = criteria.flatMap(({ wishes }) =>
        wishes.flatMap(({ evidence }) => evidence.map(({ sentence }) => sentence)),
      );
      expect(quotes.filter((quote) => !documents.passages.some((passage) => passage.text.includes(quote)))).toEqual([]);
      expect(JSON.stringify(criteria)).not.toContain('Wiedenroth');
    }
  });

  it('do not get past the guards by being long: a dictionary copied into a paper counts for nothing', () => {
    const dictionary = recogniser.directory.labels.text.filter((_, at) => at % 15 === 0).join('\n');

    expect(Math.abs(ours(paper(dictionary)) - ours(documentsOf([HONEST], { city: 'Winterthur' })))).toBeLessThanOrEqual(
      TOLERANCE_POINTS,
    );
  });

  it('leave honest papers alone that speak of prompts, rules and rankings', () => {
    const honest = [
      'Prompt Engineering für ein Sprachmodell, Python und SQL.',
      'Regeln für das Matching von Datensätzen geschrieben, mit Python.',
      'Führte Kandidatengespräche und bewertete Lebensläufe; Auswertungen in SQL.',
      'Built ranking models for search in Python; improved the score by 10 %.',
      'Responsible for the applicant tracking system and its SQL reports.',
    ];
    for (const text of honest)
      expect({ text, ignored: personProfile(documentsOf([text]), recogniser).ignored }).toEqual({ text, ignored: [] });
  });
});

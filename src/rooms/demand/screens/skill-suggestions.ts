/** A skill of the directory, found while typing. */
export interface SkillSuggestion {
  conceptId: string;
  label: string;
  /** The name that was met, when it is another one: a synonym, or the other language. */
  foundAs: string | null;
}

type Suggest = (q: string, signal: AbortSignal) => Promise<SkillSuggestion[]>;

let suggest: Suggest = async () => [];

/** The room with the directory lies further down and hands its suggestions in; without it everything is typed whole. */
export const provideSkillSuggestions = (given: Suggest): void => {
  suggest = given;
};

export const suggestSkills: Suggest = (q, signal) => suggest(q, signal);

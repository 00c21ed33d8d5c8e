import type { Directory } from '../directory/types.ts';
import { createConceptIndex } from '../ranking/concept-index.ts';
import { bestConcepts, createFinder } from '../ranking/find-concepts.ts';
import type { SimilarConcepts } from './demand-query.ts';

const MOST = 5;

/** What a text is like, by the ranking of titles and phrases. Each kind is built when it is first asked for: seconds for ESCO. */
export function similarConcepts(directory: Directory): SimilarConcepts {
  const makers = {
    skill: once(() => finderOf(directory, 'skill')),
    occupation: once(() => finderOf(directory, 'occupation')),
  };
  return (text, kind) => makers[kind]()(text);
}

function finderOf(directory: Directory, kind: 'skill' | 'occupation') {
  const index = createConceptIndex(directory, [kind]);
  const find = createFinder(index);
  return (text: string) => bestConcepts(index, find(text), MOST).map(({ concept, score }) => ({ concept, score }));
}

function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

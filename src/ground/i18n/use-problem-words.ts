import { useWords } from './use-messages.ts';

interface ProblemFacts {
  code: string;
  params?: Record<string, unknown>;
}

/**
 * The sentence for a failure. The code `talents.name_taken` is looked up as `errors.name_taken` in the
 * messages of the room; codes of the ground floor (`http.…`) stand in `ui`.
 */
export function useProblemWords(): (problem: unknown) => string {
  const { i18n, language } = useWords();
  return (problem) => {
    const { code, params } = isProblem(problem) ? problem : { code: 'http.unexpected', params: {} };
    const dot = code.indexOf('.');
    const [room, what] = [code.slice(0, dot), code.slice(dot + 1)];
    const ns = room === 'http' ? 'ui' : room;
    const found = [`errors.${what}`, what].find((key) => i18n.exists(key, { ns, lng: language }));
    return found === undefined ? i18n.t('errors.unexpected', { ns: 'ui' }) : i18n.t(found, { ...params, ns });
  };
}

const isProblem = (value: unknown): value is ProblemFacts =>
  typeof value === 'object' && value !== null && typeof (value as ProblemFacts).code === 'string';

import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import type { ApiProblem } from '#ground/http/client.ts';
import type { FormMistake } from '#ground/ui/Form.tsx';

/** Refusals that belong to one field. The new password is called `newPassword` only where there is an old one. */
const FIELD_OF_CODE: Record<string, readonly string[]> = {
  'accounts.password_too_short': ['newPassword', 'password'],
  'accounts.password_too_long': ['newPassword', 'password'],
  'accounts.password_too_obvious': ['newPassword', 'password'],
  'accounts.wrong_password': ['currentPassword'],
  'accounts.email_taken': ['email'],
  'accounts.setup_code_wrong': ['setupCode'],
};

export interface Mistakes {
  list: FormMistake[];
  /** Silent again as soon as the field says something else than what was refused. */
  errorOf: (field: string) => string | undefined;
  /** What belongs to no field of this form. */
  other: ApiProblem | undefined;
}

export const fieldId = (field: string): string => `field-${field}`;

/** What the server refused, sorted to the fields of a form; `values` is what they say now. */
export function useMistakes(
  problem: ApiProblem | null,
  fields: readonly string[],
  values: Readonly<Record<string, string>>,
): Mistakes {
  const t = useMessages('accounts');
  const words = useProblemWords();
  const refused = useRefused(problem, values);
  const found = new Map(problem ? fieldsOf(problem, fields).map((field) => [field, sentenceFor(field, problem)]) : []);

  function sentenceFor(field: string, { code }: ApiProblem): string {
    return code === 'http.invalid_input' ? t(`field.${field}.missing`) : words(problem);
  }

  return {
    list: [...found].map(([field, message]) => ({ fieldId: fieldId(field), message })),
    errorOf: (field) => (refused[field] === values[field] ? found.get(field) : undefined),
    other: problem && found.size === 0 ? problem : undefined,
  };
}

/** What the fields said when the problem came. */
function useRefused(problem: ApiProblem | null, values: Readonly<Record<string, string>>) {
  const [kept, setKept] = useState({ problem, values });
  if (kept.problem === problem) return kept.values;
  setKept({ problem, values });
  return values;
}

function fieldsOf({ code, errors }: ApiProblem, fields: readonly string[]): string[] {
  const named =
    code === 'http.invalid_input'
      ? errors.map(({ path }) => path)
      : [FIELD_OF_CODE[code]?.find((field) => fields.includes(field)) ?? ''];
  return fields.filter((field) => named.includes(field));
}

import { Fragment, type ReactElement } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';

interface SentenceProps {
  /** Key of a sentence that names its terms as tags, such as `<years/>`. */
  of: string;
  terms: Record<string, ReactElement>;
}

/** A whole sentence from the message file with controls where its terms stand, so that grammar stays with the language. */
export function Sentence({ of, terms }: SentenceProps) {
  const t = useMessages('inventory');
  return t(of)
    .split(/<(\w+)\/>/)
    .map((part, i) => <Fragment key={part}>{i % 2 === 1 ? terms[part] : part}</Fragment>);
}

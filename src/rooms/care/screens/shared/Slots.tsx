import { Fragment, type ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';

interface SlotsProps {
  /** Key of a sentence that names its terms as tags, such as `<rhythm/>`. */
  of: string;
  terms: Record<string, ReactNode>;
}

/** A whole sentence from the message file with controls where its terms stand: grammar stays with the language. */
export function Slots({ of, terms }: SlotsProps) {
  const t = useMessages('care');
  return t(of)
    .split(/<(\w+)\/>/)
    .map((part, i) => <Fragment key={part}>{i % 2 === 1 ? terms[part] : part}</Fragment>);
}

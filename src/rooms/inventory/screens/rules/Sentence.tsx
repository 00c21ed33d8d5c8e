import type { ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';

interface SentenceProps {
  /** Key of a sentence that names its terms as tags, such as `<years/>`. */
  of: string;
  terms: Record<string, ReactElement>;
}

/** A whole sentence from the message file with controls where its terms stand, so that grammar stays with the language. */
export function Sentence({ of, terms }: SentenceProps) {
  const { t, i18n } = useTranslation('inventory');
  return <Trans t={t} i18n={i18n} ns="inventory" i18nKey={of} components={terms} />;
}

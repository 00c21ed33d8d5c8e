import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Letter } from '../../schema-letter.ts';
import type { Warning } from '../../schema-writing.ts';

/** The sentence for what the check found. */
export function useWarningWords(): (warning: Warning) => string {
  const t = useMessages('campaigns');
  return ({ code, params, language }) =>
    t(`warning.${code}`, { ...params, language: language === null ? '' : t(`result.lang.${language}`) });
}

/** Where in the letter it was found; empty where it is about all of it. */
export function useWarningPlace(): (warning: Warning, letter: Letter) => string {
  const t = useMessages('campaigns');
  return ({ blockId, language }, { blocks }) => {
    const place = blocks.findIndex(({ id }) => id === blockId);
    const block = blocks[place];
    return [
      block && t('editor.warnings.where', { kind: t(`editor.kind.${block.kind}`), place: place + 1 }),
      language && t(`editor.language.${language}`),
    ]
      .filter(Boolean)
      .join(', ');
  };
}

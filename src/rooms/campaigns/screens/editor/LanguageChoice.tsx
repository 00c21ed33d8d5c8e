import { useMessages } from '#ground/i18n/use-messages.ts';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import type { Letter } from '../../schema-letter.ts';
import type { LetterLanguage } from '../../types.ts';
import { LETTER_LANGUAGES } from '../../types.ts';
import { Choice } from '../shared/Choice.tsx';
import type { LanguageView } from './use-editing-state.ts';
import { languagesIn, missingIn } from './words.ts';

interface LanguageChoiceProps {
  letter: Letter;
  value: LanguageView;
  onChoose: (view: LanguageView) => void;
}

/** Which language is written, with what is missing in each. */
export function LanguageChoice({ letter, value, onChoose }: LanguageChoiceProps) {
  const t = useMessages('campaigns');
  const isPhone = useIsPhone();
  const used = languagesIn(letter);
  const noteOf = (language: LetterLanguage) => {
    const missing = missingIn(letter, language).length;
    return used.includes(language) && missing > 0 ? t('editor.missing.count', { count: missing }) : undefined;
  };
  return (
    <Choice
      label={t('editor.language.label')}
      value={value}
      options={[
        ...LETTER_LANGUAGES.map((language) => ({
          value: language as LanguageView,
          label: t(`editor.language.${language}`),
          note: noteOf(language),
        })),
        ...(isPhone ? [] : [{ value: 'both' as const, label: t('editor.language.both') }]),
      ]}
      onChoose={onChoose}
    />
  );
}

import { changeLanguage } from '#ground/i18n/messages.browser.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { MEMBER_LANGUAGES } from '../types.ts';
import styles from './letter.module.css';

/** The languages as plain words, each in itself. */
export function LanguageChoice({ place = 'end' }: { place?: 'end' | 'section' }) {
  const t = useMessages('accounts');
  const language = useLanguage();
  return (
    <fieldset className={styles.languages} data-place={place} aria-label={t('language.label')}>
      {MEMBER_LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => void changeLanguage(one)}
        >
          {t(`language.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

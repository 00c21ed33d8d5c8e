import { useId } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { COUNTRY_PROFILES, type CountryProfile } from '../types.ts';
import styles from './letter.module.css';

/** Which law applies, each with one sentence on what follows from it. */
export function CountryChoice({
  value,
  onChoose,
}: {
  value: CountryProfile;
  onChoose: (value: CountryProfile) => void;
}) {
  const t = useMessages('accounts');
  const question = useId();
  return (
    <div role="radiogroup" aria-labelledby={question} className={styles.options}>
      <p id={question} className={styles.question}>
        {t('country.label')}
      </p>
      {COUNTRY_PROFILES.map((profile) => (
        <Radio
          key={profile}
          name="countryProfile"
          checked={profile === value}
          onChoose={() => onChoose(profile)}
          help={t(`country.means.${profile}`)}
        >
          {t(`country.name.${profile}`)}
        </Radio>
      ))}
    </div>
  );
}

/** A first guess from the browser's languages; Switzerland, Austria and Germany by their regions. */
export function countryOfBrowser(): CountryProfile {
  const regions = navigator.languages.map((tag) => new Intl.Locale(tag).region ?? '');
  const known = regions.find((region) => COUNTRY_PROFILES.includes(region as CountryProfile));
  if (known) return known as CountryProfile;
  return navigator.languages.some((tag) => tag.startsWith('de')) ? 'DE' : 'EU';
}

import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { Switch } from '#ground/ui/Checkbox.tsx';
import type { PreferenceAct, Preferences } from '../../requests/schema.ts';
import { usePublicWords } from './address-form.ts';
import styles from './public.module.css';

interface AllowedProps {
  preferences: Preferences;
  busy: boolean;
  onDecide: (act: PreferenceAct) => void;
}

/** Each way and each topic by itself, at once, on as easily as off. */
export function Allowed({ preferences, busy, onDecide }: AllowedProps) {
  const t = usePublicWords();
  const language = useLanguage();
  const { ways, topics, texts } = preferences;
  return (
    <>
      <h2>{t('preferences.ways_title')}</h2>
      <p className={styles.quiet}>{texts.contact_channels}</p>
      {ways.map(({ channel, isOn }) => (
        <Switch
          key={channel}
          checked={isOn}
          disabled={busy}
          help={t(`preferences.way_help.${channel}`)}
          onMark={(wants) => onDecide({ act: 'way', channel, wants })}
        >
          {t(`preferences.way.${channel}`)}
        </Switch>
      ))}
      <h2>{t('preferences.topics_title')}</h2>
      <p className={styles.quiet}>{topics.length === 0 ? t('preferences.no_topics') : texts.newsletter}</p>
      {topics.map(({ id, names, isOn }) => (
        <Switch
          key={id}
          checked={isOn}
          disabled={busy}
          onMark={(wants) => onDecide({ act: 'topic', topicId: id, wants })}
        >
          {names[writtenLanguageOf(language)]}
        </Switch>
      ))}
    </>
  );
}

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Permission } from '#ground/ui/Permission.tsx';
import styles from './personal.module.css';
import type { LetterStart } from './types.ts';

/** To whom, from whom, whether it is allowed; and what of earlier letters is still open. */
export function LetterHead({ start: { to, from, refusal, form, language, earlier } }: { start: LetterStart }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  return (
    <>
      <dl className={styles.head}>
        <dt>{t('personalPage.to')}</dt>
        <dd>{to ?? t('leftOut.no_mail')}</dd>
        {from && (
          <>
            <dt>{t('personalPage.from')}</dt>
            <dd>{t('personalPage.from_is', { name: from.name, address: from.address })}</dd>
            {from.replyTo !== from.address && (
              <>
                <dt>{t('personalPage.reply_to')}</dt>
                <dd>{from.replyTo}</dd>
              </>
            )}
          </>
        )}
        <dt>{t('personalPage.words')}</dt>
        <dd>{t(language === 'en' ? 'personalPage.in_english' : `personalPage.in_german.${form}`)}</dd>
        <dt>{t('personalPage.permission')}</dt>
        <dd>
          <Permission
            state={refusal === null ? 'ja' : 'nein'}
            word={t(refusal === null ? 'personalPage.allowed' : 'personalPage.not_allowed')}
          />
        </dd>
      </dl>
      {earlier.length > 0 && (
        <ul className={`${styles.note} ${styles.earlier}`}>
          {earlier.map(({ at, state }) => (
            <li key={at}>{t(`personalPage.earlier.${state}`, { at: formats.dateTime(at) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import type { TalentProfile } from '../../schema-profile.ts';
import styles from './side-lists.module.css';

/** Why the person may be kept, and when the data goes. */
export function Grounds({ grounds }: { grounds: TalentProfile['grounds'] }) {
  const t = useMessages('talents');
  return (
    <Section title={t('ground.title')}>
      <ul className={styles.lines}>
        {grounds.map((ground) => (
          <GroundLine key={ground.id} ground={ground} />
        ))}
      </ul>
    </Section>
  );
}

function GroundLine({ ground }: { ground: TalentProfile['grounds'][number] }) {
  const t = useMessages('talents');
  const has = useHasMessage();
  const formats = useFormats();
  const { basis, segment, source, obtainedOn, eraseOn, eraseReason, consent } = ground;
  const why = has('talents', `erase_reason.${eraseReason}`) ? `erase_reason.${eraseReason}` : 'erase_reason.other';
  return (
    <li className={styles.line}>
      <span>
        <b>{t(`basis.${basis}`)}</b>
      </span>
      <span>{formats.dateShort(eraseOn)}</span>
      <span className={styles.why}>
        {t('ground.from', { segment: t(`legal_segment.${segment}`), source, date: formats.dateLong(obtainedOn) })}
      </span>
      {consent && (
        <span className={styles.why}>
          {consent.textVersion === null
            ? t('ground.consent', { date: formats.dateLong(consent.on), form: t(`form.${consent.form}`) })
            : t('ground.consent_text', {
                date: formats.dateLong(consent.on),
                form: t(`form.${consent.form}`),
                version: consent.textVersion,
              })}
        </span>
      )}
      <span className={styles.why}>{t(why, { date: formats.dateLong(eraseOn) })}</span>
    </li>
  );
}

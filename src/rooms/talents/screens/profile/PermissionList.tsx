import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { Permission } from '#ground/ui/Permission.tsx';
import { Section } from '#ground/ui/Page.tsx';
import type { TalentProfile } from '../../schema-profile.ts';
import { DRAWN } from '../shared/permission-drawing.ts';
import styles from './side-lists.module.css';

type Answers = TalentProfile['permissions'];

/** What is allowed, by channel: shape and word, and below it from where and until when. */
export function PermissionList({ permissions }: { permissions: Answers }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const until = permissions
    .map((one) => one.until)
    .filter((on) => on !== null)
    .sort()
    .at(-1);
  return (
    <Section title={t('permission.title')} extra={until && t('permission.until', { date: formats.dateLong(until) })}>
      <ul className={styles.lines}>
        {permissions.map((answer) => (
          <li key={answer.channel} className={styles.line}>
            <span>{t(`permission.channel.${answer.channel}`)}</span>
            <Permission state={DRAWN[answer.state]} word={t(`permission.state.${answer.state}`)} />
            <WhyLine answer={answer} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function WhyLine({ answer: { reason, on, form, textVersion } }: { answer: Answers[number] }) {
  const t = useMessages('talents');
  const has = useHasMessage();
  const formats = useFormats();
  const key = `permission.reason.${reason === 'consent' && textVersion === null ? 'consent_plain' : reason}`;
  if (!has('talents', key)) return null;
  const words = t(key, {
    date: on ? formats.dateLong(on) : '',
    form: form ? t(`form.${form}`) : '',
    version: textVersion ?? '',
  });
  return <span className={styles.why}>{words}</span>;
}

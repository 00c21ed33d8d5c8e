import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { Permission } from '#ground/ui/Permission.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ReasonWords } from '#rooms/consent/web.tsx';
import type { TalentProfile } from '../../schema-profile.ts';
import { DRAWN } from '../shared/permission-drawing.ts';
import styles from './side-lists.module.css';

type Answers = TalentProfile['permissions'];

/** What is allowed, by channel: shape and word, and below it from where and until when. */
export function PermissionList({ permissions }: { permissions: Answers }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const until = permissions
    .filter(({ state }) => state === 'yes')
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

/** In this room's words where it has its own, else as the consent room says it. */
function WhyLine({ answer: { reason, on, form, textVersion, said } }: { answer: Answers[number] }) {
  const t = useMessages('talents');
  const has = useHasMessage();
  const formats = useFormats();
  const own = `permission.reason.${reason === 'consent' && textVersion === null ? 'consent_plain' : reason}`;
  if (!has('talents', own))
    return (
      <span className={styles.why}>
        <ReasonWords reason={said} />
      </span>
    );
  const values = {
    date: on ? formats.dateLong(on) : '',
    form: form ? t(`form.${form}`) : '',
    version: textVersion ?? '',
  };
  return <span className={styles.why}>{t(own, values)}</span>;
}

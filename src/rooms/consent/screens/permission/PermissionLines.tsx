import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Permission } from '#ground/ui/Permission.tsx';
import type { ContactLine } from '../../person/schema.ts';
import styles from './permission-page.module.css';
import { useReasonWords } from './reason-words.ts';

const DRAWN = { yes: 'ja', no: 'nein', unknown: 'offen' } as const;

/** One line per way or topic: name, shape and word, and below it every reason, what refuses first. */
export function PermissionLines({ lines }: { lines: readonly ContactLine[] }) {
  const t = useMessages('consent');
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.topic?.id ?? `${line.channel}${line.purpose}`} className={styles.line}>
          <LineName line={line} />
          <Permission state={DRAWN[line.state]} word={t(`may.state.${wordOf(line)}`)} />
          <Reasons line={line} />
        </li>
      ))}
    </ul>
  );
}

const MISSING = new Set(['no_mail', 'no_phone', 'no_post', 'no_profile']);

/** Whom one cannot reach at all was not "never asked". */
const wordOf = ({ state, reasons }: ContactLine) =>
  state === 'unknown' && reasons.some(({ code }) => MISSING.has(code)) ? 'missing' : state;

function LineName({ line: { channel, topic } }: { line: ContactLine }) {
  const t = useMessages('consent');
  const language = useLanguage();
  return <b className={styles.name}>{topic ? topic.names[writtenLanguageOf(language)] : t(`channel.${channel}`)}</b>;
}

const WEIGHT = { refuses: 0, obliges: 1, allows: 2 };

function Reasons({ line: { reasons } }: { line: ContactLine }) {
  const words = useReasonWords();
  const sorted = reasons.toSorted((a, b) => WEIGHT[a.effect] - WEIGHT[b.effect]);
  return (
    <ul className={styles.reasons}>
      {sorted.map((reason) => (
        <li key={reason.code} data-effect={reason.effect}>
          {words(reason)}
        </li>
      ))}
    </ul>
  );
}

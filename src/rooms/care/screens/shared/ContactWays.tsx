import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { Permission } from '#ground/ui/Permission.tsx';
import type { ContactState } from '../../schema-parts.ts';
import { decidingReason, drawnState, shownWays } from './contact-drawing.ts';
import styles from './shared.module.css';

/** Shape, word and colour of each way of contact; the deciding reason is in the hint. */
export function ContactWays({ contact }: { contact: readonly ContactState[] }) {
  const t = useMessages('care');
  const why = useReasonOfConsent();
  return (
    <span className={styles.ways}>
      {shownWays(contact).map((way) => (
        <span key={way.channel} title={why(way)}>
          <Permission state={drawnState(way)} word={t(`way.${way.channel}`)} />
        </span>
      ))}
    </span>
  );
}

/** The sentence that the consent room has for the reason that decides. */
export function useReasonOfConsent(): (way: ContactState) => string | undefined {
  const consent = useMessages('consent');
  const has = useHasMessage();
  const formats = useFormats();
  return (way) => {
    const reason = decidingReason(way);
    const key = `contact.reason.${reason?.code ?? ''}`;
    if (!reason || !has('consent', key)) return undefined;
    const params = Object.fromEntries(
      Object.entries(reason.params).map(([name, value]) => [
        name,
        typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? formats.dateLong(value) : value,
      ]),
    );
    return consent(key, params);
  };
}

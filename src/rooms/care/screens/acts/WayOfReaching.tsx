import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { spacedPhone } from '#ground/text/phone.ts';
import textStyles from '#ground/ui/text.module.css';
import { readTalent } from '#rooms/talents/contract.ts';
import type { ContactState } from '../../schema-parts.ts';
import { useReasonOfConsent } from '../shared/ContactWays.tsx';
import styles from './acts.module.css';

interface WayOfReachingProps {
  talentId: string;
  channel: string;
  contact: readonly ContactState[];
}

const KINDS: Record<string, { address: string; way: ContactState['channel']; scheme: string }> = {
  phone: { address: 'phone', way: 'phone', scheme: 'tel:' },
  mail: { address: 'email', way: 'mail', scheme: 'mailto:' },
  linkedin: { address: 'linkedin', way: 'linkedin', scheme: '' },
};

/**
 * The number to call, the address to write to, the profile to open. The product itself dials and sends nothing here. Where the way is
 * not allowed, it says why instead, and shows no address.
 */
export function WayOfReaching({ talentId, channel, contact }: WayOfReachingProps) {
  const t = useMessages('care');
  const why = useReasonOfConsent();
  const kind = KINDS[channel];
  const { data } = useRead(readTalent, { params: { talentId } }, { enabled: kind !== undefined });
  if (!kind) return null;
  const way = contact.find((one) => one.channel === kind.way);
  if (way && !way.isAllowed)
    return <p className={styles.quiet}>{why(way) ?? t('contact.not_allowed', { way: t(`way.${way.channel}`) })}</p>;
  const addresses = (data?.addresses ?? []).filter((one) => one.kind === kind.address && one.bouncedAt === null);
  if (addresses.length === 0) return null;
  return (
    <p className={styles.reach}>
      {addresses.map(({ id, value }) =>
        kind.scheme === '' ? (
          <a key={id} className={textStyles.link} href={webAddress(value)} target="_blank" rel="noreferrer noopener">
            {t('contact.open_profile')}
          </a>
        ) : (
          <a key={id} className={textStyles.link} href={`${kind.scheme}${value}`}>
            {spacedPhone(value)}
          </a>
        ),
      )}
      {kind.scheme === '' && <span className={styles.quiet}>{t('contact.by_hand')}</span>}
    </p>
  );
}

/** What is stored may lack its beginning; anything that is no address on the web leads nowhere. */
function webAddress(value: string): string | undefined {
  const address = URL.parse(/^https?:\/\//i.test(value) ? value : `https://${value}`);
  return address?.href;
}

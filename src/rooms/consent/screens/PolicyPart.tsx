import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { allowedBases, LEGAL_SEGMENTS, type LegalBasis, purposeOf } from '../policy.ts';
import styles from './consent-page.module.css';

const ENDS: Record<LegalBasis, string> = {
  consent: 'consent_ends',
  legitimate_interest: 'interest_ends',
  user_agreement: 'agreement_ends',
};

/** The fixed table: which relationship may stand on which basis, and what ends it. */
export function PolicyPart() {
  const t = useMessages('consent');
  const { alternatives } = useFormats();
  return (
    <Section title={t('policy.title')}>
      <DataTable
        caption={t('policy.title')}
        rows={LEGAL_SEGMENTS}
        rowKey={(segment) => segment}
        columns={[
          { key: 'segment', head: t('policy.segment'), cell: (segment) => <b>{t(`segment.${segment}`)}</b> },
          { key: 'purpose', head: t('policy.purpose'), cell: (segment) => t(`purpose.${purposeOf(segment)}`) },
          {
            key: 'bases',
            head: t('policy.bases'),
            cell: (segment) => alternatives(allowedBases(segment).map((basis) => t(`basis.${basis}`))),
          },
          {
            key: 'erase',
            head: t('policy.erase'),
            cell: (segment) => alternatives(allowedBases(segment).map((basis) => t(`erase_reason.${ENDS[basis]}`))),
          },
        ]}
      />
      <p className={styles.quiet}>{t('policy.why')}</p>
    </Section>
  );
}

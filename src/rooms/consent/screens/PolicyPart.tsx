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
  const rows = LEGAL_SEGMENTS.map((segment) => {
    const bases = allowedBases(segment);
    return {
      name: t(`segment.${segment}`),
      purpose: t(`purpose.${purposeOf(segment)}`),
      bases: alternatives(bases.map((basis) => t(`basis.${basis}`))),
      ends: alternatives(bases.map((basis) => t(`erase_reason.${ENDS[basis]}`))),
    };
  });
  return (
    <Section title={t('policy.title')}>
      <DataTable
        caption={t('policy.title')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'segment', head: t('policy.segment'), cell: ({ name }) => name },
          { key: 'purpose', head: t('policy.purpose'), cell: ({ purpose }) => purpose },
          { key: 'bases', head: t('policy.bases'), cell: ({ bases }) => bases },
          { key: 'erase', head: t('policy.erase'), cell: ({ ends }) => ends },
        ]}
      />
      <p className={styles.quiet}>{t('policy.why')}</p>
    </Section>
  );
}

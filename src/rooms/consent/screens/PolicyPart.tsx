import { useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
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
  const isPhone = useIsPhone();
  const rows = LEGAL_SEGMENTS.map((segment) => {
    const bases = allowedBases(segment);
    return {
      name: t(`segment.${segment}`),
      purpose: t(`purpose.${purposeOf(segment)}`),
      bases: bases.map((basis) => t(`basis.${basis}`)),
      ends: bases.map((basis) => t(`erase_reason.${ENDS[basis]}`)),
    };
  });
  return (
    <Section title={t('policy.title')}>
      <DataTable
        caption={t('policy.title')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={
          isPhone
            ? [{ key: 'segment', head: t('policy.segment'), cell: wholeCell }]
            : [
                { key: 'segment', head: t('policy.segment'), cell: ({ name }) => name },
                { key: 'purpose', head: t('policy.purpose'), cell: ({ purpose }) => purpose },
                { key: 'bases', head: t('policy.bases'), cell: basesCell },
                { key: 'erase', head: t('policy.erase'), cell: endsCell },
              ]
        }
      />
      <p className={styles.quiet}>{t('policy.why')}</p>
    </Section>
  );
}

interface Row {
  name: string;
  purpose: string;
  bases: string[];
  /** What ends each basis, in the same order. */
  ends: string[];
}

/** Four columns have no room on a phone: below each other. */
const wholeCell = ({ name, purpose, bases, ends }: Row) => (
  <>
    <b className={styles.rowName}>{name}</b> <span className={styles.rowAside}>{purpose}</span>
    {bases.map((basis, at) => (
      <span key={basis} className={styles.rowLine}>
        {basis} <span className={styles.rowAside}>{ends[at]}</span>
      </span>
    ))}
  </>
);

/** A basis and what ends it stand on the same line of their columns. */
const Lines = ({ of }: { of: readonly string[] }) =>
  of.map((line) => (
    <span key={line} className={styles.rowLine}>
      {line}
    </span>
  ));

const basesCell = ({ bases }: Row) => <Lines of={bases} />;
const endsCell = ({ ends }: Row) => <Lines of={ends} />;

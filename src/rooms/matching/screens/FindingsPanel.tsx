import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import { decideFinding, listFindings, listTalentMatches } from '../contract-matches.ts';
import type { Finding } from '../schema-matches.ts';
import styles from './matches.module.css';
import { Proofs } from './Proofs.tsx';

const SHOWN_FIRST = 8;

/** What a person's own words show, each with its sentence, and the open demands that may fit. */
export function FindingsPanel({ talentId }: { talentId: string }) {
  const t = useMessages('matching');
  const mayRead = useMay('matching.read');
  const [isAll, setAll] = useState(false);
  const { data, error } = useRead(listFindings, { params: { talentId } }, { enabled: mayRead });
  const items = data?.items ?? [];
  if (!mayRead || (items.length === 0 && !error)) return <FittingDemands talentId={talentId} />;
  return (
    <>
      <FittingDemands talentId={talentId} />
      <Section title={t('findings.title')}>
        {error && <ProblemNote problem={error} />}
        <ul className={styles.findings}>
          {items.slice(0, isAll ? undefined : SHOWN_FIRST).map((finding) => (
            <FindingRow key={finding.id} finding={finding} talentId={talentId} />
          ))}
        </ul>
        {items.length > SHOWN_FIRST && !isAll && (
          <button type="button" className={textStyles.link} onClick={() => setAll(true)}>
            {t('findings.all', { count: items.length })}
          </button>
        )}
      </Section>
    </>
  );
}

function FindingRow({ finding, talentId }: { finding: Finding; talentId: string }) {
  const t = useMessages('matching');
  const mayWrite = useMay('talents.write');
  const act = useAct(decideFinding, { stale: [listFindings] });
  const decide = (decision: 'confirmed' | 'rejected') =>
    act.mutate({ params: { talentId, findingId: finding.id }, body: { decision } });
  return (
    <li data-decision={finding.decision ?? 'open'}>
      <details>
        <summary>
          {finding.label} <span className={styles.quiet}>{t(`stance.${finding.stance}`)}</span>
        </summary>
        <Proofs evidence={[finding.evidence]} />
        {finding.decision && <p className={styles.quiet}>{t(`findings.${finding.decision}`)}</p>}
        {mayWrite && (
          <p className={styles.findingActs}>
            {finding.decision !== 'confirmed' && (
              <button type="button" className={textStyles.link} onClick={() => decide('confirmed')}>
                {t('findings.confirm')}
              </button>
            )}
            {finding.decision !== 'rejected' && (
              <button type="button" className={textStyles.link} onClick={() => decide('rejected')}>
                {t('findings.reject')}
              </button>
            )}
          </p>
        )}
        {act.error && <ProblemNote problem={act.error} />}
      </details>
    </li>
  );
}

function FittingDemands({ talentId }: { talentId: string }) {
  const t = useMessages('matching');
  const formats = useFormats();
  const mayRead = useMay('matching.read');
  const { data } = useRead(listTalentMatches, { params: { talentId } }, { enabled: mayRead });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('fitting.title')}>
      <ul className={styles.fitting}>
        {data.items.map(({ demandId, title, share, knownPoints, totalPoints }) => (
          <li key={demandId}>
            <Link to="/demands/$demandId" params={{ demandId }} className={textStyles.link}>
              {title}
            </Link>
            <span className={styles.quiet}>
              {t('fitting.share', {
                share: formats.percent(Math.round(share * 100) / 100),
                known: formats.number(Math.round(knownPoints)),
                total: formats.number(Math.round(totalPoints)),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

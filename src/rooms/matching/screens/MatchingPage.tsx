import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readMatchingFacts } from '../contract-matches.ts';
import { CRITERIA } from '../schema-matches.ts';
import styles from './matches.module.css';
import { ModelSection } from './ModelSection.tsx';
import { RunLog } from './RunLog.tsx';

/** The matching explains itself: what goes in, what never does, by which version, with which limits, and what it has done. */
export function MatchingPage() {
  const t = useMessages('matching');
  const { data, error, refetch } = useRead(readMatchingFacts, {});
  const mayReadLog = useMay('matching.read_log');
  return (
    <Page title={t('page.title')} lede={t('page.lede')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={10} />}
      {data && (
        <div className={styles.facts}>
          <div className={styles.twoParts}>
            <Section title={t('page.in')}>
              <Words keys={data.inputs.map((one) => `input.${one}`)} />
            </Section>
            <Section title={t('page.never')}>
              <Words keys={data.neverInputs.map((one) => `never_input.${one}`)} />
            </Section>
          </div>
          <Section title={t('page.how')}>
            <p className={styles.words}>{t('page.how_words')}</p>
            <Weights weights={data.defaultWeights} />
          </Section>
          <Section title={t('page.limits')}>
            <p className={styles.words}>{t('page.limits_words')}</p>
            <p className={styles.words}>{t('page.people_decide')}</p>
          </Section>
          <Versions facts={data} />
          {mayReadLog && <ModelSection />}
          {mayReadLog && <RunLog />}
        </div>
      )}
    </Page>
  );
}

function Words({ keys }: { keys: readonly string[] }) {
  const t = useMessages('matching');
  return (
    <ul className={styles.inputs}>
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
}

function Weights({ weights }: { weights: Record<(typeof CRITERIA)[number], number> }) {
  const t = useMessages('matching');
  const formats = useFormats();
  return (
    <dl className={styles.counts}>
      {CRITERIA.map((name) => (
        <div key={name}>
          <dt>{t(`criterion.${name}`)}</dt>
          <dd>{formats.number(weights[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

interface VersionsProps {
  facts: {
    ruleVersion: string;
    indexedPeople: number;
    directories: { source: string; version: string; occupations: number; skills: number; labels: number }[];
  };
}

function Versions({ facts }: VersionsProps) {
  const t = useMessages('matching');
  const formats = useFormats();
  return (
    <Section title={t('page.versions')}>
      <p className={styles.words}>
        {t('page.rule', {
          version: facts.ruleVersion,
          count: facts.indexedPeople,
          people: formats.number(facts.indexedPeople),
        })}
      </p>
      {facts.directories.map(({ source, version, occupations, skills, labels }) => (
        <p key={`${source}${version}`} className={styles.words}>
          {t(`page.directory.${source}`, {
            version,
            occupations: formats.number(occupations),
            skills: formats.number(skills),
            labels: formats.number(labels),
          })}
        </p>
      ))}
    </Section>
  );
}

import { Link } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import textStyles from '#ground/ui/text.module.css';
import type { InventorySummary } from '../../schema.ts';
import { useSentence } from '../use-sentence.ts';
import styles from './closing-page.module.css';
import { FileButton } from './FileButton.tsx';

const SEGMENTS = ['silver_medalist', 'former', 'passive_contact', 'other'] as const;

/** Whom the company knows, in numbers, and what to do first. */
export function ClosingPage({ summary }: { summary: InventorySummary }) {
  return (
    <div className={styles.page}>
      <Segments summary={summary} />
      <Facts summary={summary} />
      <NextSteps steps={summary.nextSteps} />
    </div>
  );
}

function Segments({ summary: { segments } }: { summary: InventorySummary }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const most = Math.max(1, ...Object.values(segments));
  return (
    <Section
      title={t('closing.segments')}
      extra={
        <Link className={textStyles.link} to="/inventory/rules">
          {t('closing.rules')}
        </Link>
      }
    >
      <dl>
        {SEGMENTS.map((segment) => (
          <div key={segment} className={styles.segment}>
            <dt>{t(`segment.${segment}`)}</dt>
            <dd className={styles.stroke} aria-hidden="true">
              <Stroke share={segments[segment] / most} />
            </dd>
            <dd className={styles.count}>{formats.number(segments[segment])}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t('closing.several')}</p>
    </Section>
  );
}

/** A pen stroke as long as the share; it starts as a hair and never shows warmth, so it stays Tinte. */
function Stroke({ share }: { share: number }) {
  const end = Math.round(Math.max(share > 0 ? 3 : 0, share * 400));
  return (
    <svg viewBox="0 0 400 10" preserveAspectRatio="none" width="100%" height="10">
      <path
        d={`M0 4.6C${end * 0.3} 4.2 ${end * 0.6} 1.4 ${end} 1V9C${end * 0.6} 8.6 ${end * 0.3} 5.8 0 5.4Z`}
        fill="var(--tinte)"
      />
    </svg>
  );
}

function Facts({ summary }: { summary: InventorySummary }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const { known, reachable, held, openDuplicates, withoutOwner, silentForAYear } = summary;
  const share = known > 0 ? Math.round((reachable / known) * 100) / 100 : 0;
  const facts = [
    { key: 'reachable', value: formats.percent(share) },
    { key: 'duplicates', value: formats.number(openDuplicates), count: openDuplicates, to: '/inventory/duplicates' },
    { key: 'held', value: formats.number(held), count: summary.heldErasedWithin30Days, to: '/inventory/held' },
    { key: 'silent', value: formats.number(silentForAYear) },
    { key: 'without_owner', value: formats.number(withoutOwner) },
  ];
  return (
    <dl className={styles.facts} aria-label={t('closing.facts')}>
      {facts.map(({ key, value, count, to }) => (
        <div key={key}>
          <dt>
            {to ? (
              <Link className={textStyles.link} to={to}>
                {t(`closing.fact.${key}`)}
              </Link>
            ) : (
              t(`closing.fact.${key}`)
            )}
          </dt>
          <dd>{value}</dd>
          <dd className={styles.hint}>{t(`closing.hint.${key}`, { shown: formats.number(reachable), count })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Three rows at most; the first is the one to do, so it alone is filled. */
function NextSteps({ steps }: { steps: InventorySummary['nextSteps'] }) {
  const t = useMessages('inventory');
  const sentence = useSentence();
  if (steps.length === 0) return null;
  return (
    <Section title={t('closing.first')}>
      <ol className={styles.steps}>
        {steps.map((step, i) => (
          <li key={step.code} className={styles.step}>
            <span className={styles.place} aria-hidden="true">
              {i + 1}
            </span>
            <span className={styles.words}>{sentence({ ...step, code: `next.${step.code}` })}</span>
            <StepAct step={step} look={i === 0 ? 'filled' : 'plain'} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Dropping more files happens on this very page, everything else on the page of the step. */
function StepAct({ step, look }: { step: InventorySummary['nextSteps'][number]; look: 'filled' | 'plain' }) {
  const sentence = useSentence();
  if (step.to === '/inventory') return <FileButton look={look} />;
  const { to, search } = linkOf(step.to);
  return (
    <Link to={to} search={search} className={buttonClass(look)}>
      {sentence({ code: `next.${step.code}_act`, params: step.params })}
    </Link>
  );
}

/** An address with a query, as the router wants it. */
function linkOf(address: string) {
  const { pathname, searchParams } = new URL(address, location.origin);
  const search = Object.fromEntries(
    [...searchParams].map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]),
  );
  return { to: pathname, search };
}

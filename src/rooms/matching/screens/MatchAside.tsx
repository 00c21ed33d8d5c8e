import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import { CRITERIA, type CriterionName, type MatchPage } from '../schema-matches.ts';
import styles from './matches.module.css';
import { useMatches } from './use-matches.ts';
import { useMatchSearch } from './use-match-search.ts';
import { WeightsForm } from './WeightsForm.tsx';

/** What counts, how to read the bar, what does not count, who is not shown, what is missing. */
export function MatchAside({ demandId }: { demandId: string }) {
  const { first } = useMatches(demandId);
  if (!first) return null;
  return (
    <>
      <Counting page={first} demandId={demandId} />
      <Legend />
      <NeverCounting />
      <NotShown page={first} />
      <Missing page={first} />
    </>
  );
}

function Counting({ page, demandId }: { page: MatchPage; demandId: string }) {
  const t = useMessages('matching');
  const formats = useFormats();
  const mayDecide = useMay('matching.decide');
  const { tried } = useMatchSearch(demandId);
  // A copied address may bring weights that are only tried.
  const [isOpen, setOpen] = useState(tried !== undefined);
  const { weights, weightsSetBy, weightsSetAt } = page;
  const total = CRITERIA.reduce((sum, name) => sum + weights[name], 0);
  return (
    <>
      <h2 className={styles.asideHead}>
        {t('aside.counts')} <span className={styles.soft}>{t('points', { count: total })}</span>
      </h2>
      {isOpen ? (
        <WeightsForm
          demandId={demandId}
          weights={weights}
          isAsked={(name) => isAsked(page, name)}
          onClose={() => setOpen(false)}
        />
      ) : (
        <>
          <dl className={styles.counts}>
            {CRITERIA.map((name) => (
              <div key={name}>
                <dt>
                  {t(isAsked(page, name) ? `criterion.${name}` : 'not_asked', { criterion: t(`criterion.${name}`) })}
                </dt>
                <dd>{formats.number(weights[name])}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.asideText}>
            {weightsSetAt
              ? t('weights.set', { name: weightsSetBy, date: formats.dateLong(weightsSetAt) })
              : t('weights.default')}
          </p>
          {mayDecide && (
            <p className={styles.asideText}>
              <button type="button" className={textStyles.link} onClick={() => setOpen(true)}>
                {t('weights.change')}
              </button>
            </p>
          )}
        </>
      )}
    </>
  );
}

/** What the demand says nothing about is asked of nobody: its weight moves nothing. */
function isAsked({ recall, items }: MatchPage, name: CriterionName): boolean {
  const some = recall[0] ?? items[0];
  return some?.criteria.find((one) => one.name === name)?.state !== 'not_asked';
}

const SIGNS = ['met', 'partly', 'unknown', 'not_met'] as const;

function Legend() {
  const t = useMessages('matching');
  return (
    <>
      <h2 className={styles.asideHead}>{t('aside.legend')}</h2>
      <ul className={styles.legend}>
        {SIGNS.map((state) => (
          <li key={state}>
            <span className={styles.stack} aria-hidden="true">
              <i data-state={state} />
            </span>
            {t(`legend.${state}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

function NeverCounting() {
  const t = useMessages('matching');
  return (
    <>
      <h2 className={styles.asideHead}>{t('aside.never')}</h2>
      <p className={styles.asideText}>{t('never')}</p>
    </>
  );
}

function NotShown({ page: { notShown } }: { page: MatchPage }) {
  const t = useMessages('matching');
  const formats = useFormats();
  return (
    <>
      <h2 className={styles.asideHead}>{t('aside.not_shown')}</h2>
      {notShown.length === 0 && <p className={styles.asideText}>{t('not_shown.nobody')}</p>}
      {notShown.map(({ reason, count }) => (
        <p key={reason} className={styles.asideText}>
          {t(`not_shown.${reason}`, { count, people: formats.number(count) })}
        </p>
      ))}
    </>
  );
}

function Missing({ page: { gaps } }: { page: MatchPage }) {
  const t = useMessages('matching');
  const formats = useFormats();
  if (gaps.length === 0) return null;
  return (
    <>
      <h2 className={styles.asideHead}>{t('aside.gaps')}</h2>
      {gaps.map(({ label, shown, unknown }, at) => (
        // Two wishes may be called the same, one needed and one nice.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at} className={styles.asideText}>
          {t(shown === 0 ? 'gap_nobody' : 'gap', {
            label,
            count: shown,
            people: formats.number(shown),
            unknown: formats.number(unknown),
          })}
        </p>
      ))}
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import type { ClassificationRules } from '../../classification/rules.ts';
import { previewRules } from '../../contract.ts';
import { hasCriterion } from './draft.ts';
import styles from './rules-page.module.css';

const WAIT_MS = 350;
const SEGMENTS = ['silver_medalist', 'former', 'passive_contact'] as const;

/** How many people the rules find now, and how many the changed ones would. */
export function RulePreview({ draft, isChanged }: { draft: ClassificationRules; isChanged: boolean }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const rules = useSettled(draft);
  const mayPreview = useMay('inventory.manage_rules');
  const { data, error } = useQuery({
    queryKey: [previewRules.path, JSON.stringify(rules.rules)],
    queryFn: ({ signal }) => call(previewRules, { body: { rules } }, { signal }),
    placeholderData: keepPreviousData,
    enabled: mayPreview && hasCriterion(rules),
  });
  return (
    <Section title={t('rules.preview')}>
      {error && <ProblemNote problem={error} />}
      <dl className={styles.preview} aria-live="polite">
        {SEGMENTS.map((segment) => {
          const now = data?.now[segment] ?? 0;
          const after = data?.after[segment] ?? 0;
          return (
            <div key={segment}>
              <dt>{t(`segment.${segment}`)}</dt>
              <dd>
                {data === undefined ? '…' : formats.number(isChanged ? after : now)}
                {data !== undefined && isChanged && after !== now && (
                  <span className={styles.quiet}>
                    {' '}
                    {t(after > now ? 'rules.more' : 'rules.fewer', { count: Math.abs(after - now) })}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {data && <p className={styles.quiet}>{t('rules.sampled', { count: data.sampled })}</p>}
    </Section>
  );
}

/** The value once it has not changed for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), WAIT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { type CampaignResultAnswer, OUTCOMES, shareOf } from './figures.ts';
import styles from './result.module.css';

/** One figure per outcome, with its share of what was delivered, or handed over where it came back. */
export function Outcomes({ result: { all, figures } }: { result: CampaignResultAnswer }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  return (
    <Section title={t('result.figures')}>
      <dl className={styles.outcomes}>
        {OUTCOMES.map(({ key, name, isOfSent }) => {
          const count = all[key] ?? 0;
          const share = key === 'delivered' ? undefined : shareOf(count, isOfSent ? figures.accepted : all.delivered);
          return (
            <div key={key} data-main={key === 'delivered' || undefined}>
              <dt>{t(`result.${name}`)}</dt>
              <dd>
                <span className={styles.count}>{formats.number(count)}</span>
                {share !== undefined && count > 0 && (
                  <span className={styles.share}>
                    {t(isOfSent ? 'result.share_sent' : 'result.share', {
                      share: formats.percent(Math.round(share * 1000) / 1000),
                    })}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}

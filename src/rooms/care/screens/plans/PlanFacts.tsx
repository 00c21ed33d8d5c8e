import type { ReactNode } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { PlanDetail } from '../../schema-plans.ts';
import { ForWhom } from '../shared/ForWhom.tsx';
import { regionWords } from '../shared/region-words.ts';
import sharedStyles from '../shared/shared.module.css';
import { useDayWords } from '../shared/use-day-words.ts';

/** What one wants to know before anything else, in one row. */
export function PlanFacts({ plan }: { plan: PlanDetail }) {
  const t = useMessages('care');
  const { locale } = useFormats();
  const dayWords = useDayWords();
  const { people, dueNow, ownRhythms, pausing, startsOn, endsOn, owner, region } = plan;
  return (
    <dl className={sharedStyles.facts}>
      <Fact name={t('plan.fact.whom')}>
        <ForWhom whom={plan.for} />
      </Fact>
      <Fact name={t('plan.fact.people')}>
        {t('plan.people', { count: people })}
        <span className={sharedStyles.second}>{t('plan.due', { count: dueNow })}</span>
      </Fact>
      <Fact name={t('plan.fact.exceptions')}>
        {t('plan.own_rhythms', { count: ownRhythms })}
        <span className={sharedStyles.second}>{t('plan.pausing', { count: pausing })}</span>
      </Fact>
      <Fact name={t('plan.fact.time')}>
        {t('plan.since', { day: dayWords(startsOn) })}
        <span className={sharedStyles.second}>
          {endsOn ? t('plan.until', { day: dayWords(endsOn) }) : t('plan.open_end')}
        </span>
      </Fact>
      <Fact name={t('plan.fact.owner')}>
        {owner?.name ?? t('plan.nobody')}
        <span className={sharedStyles.second}>{t('plan.holidays_of', { region: regionWords(region, locale) })}</span>
      </Fact>
      <Fact name={t('plan.fact.state')}>{t(`state.${plan.state}`)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

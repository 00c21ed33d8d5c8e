import { useEffect } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { previewPeriods } from '../contract-settings.ts';
import type { PeriodDraft } from './period-draft.ts';

/** Whom shorter periods would erase earlier, before anybody saves them. */
export function MovesPreview({ draft }: { draft: PeriodDraft }) {
  const t = useMessages('consent');
  const { monthsAfterRejection, consentMonths, interestMonths } = draft;
  const { data, mutate } = useAct(previewPeriods);
  useEffect(() => {
    mutate({ body: { monthsAfterRejection, consentMonths, interestMonths } });
  }, [mutate, monthsAfterRejection, consentMonths, interestMonths]);
  if (!data) return null;
  if (data.moved === 0) return <p>{t('periods.moves_none')}</p>;
  return (
    <>
      <p>
        <b>{t('periods.moves', { count: data.moved })}</b>
      </p>
      {data.erasedAtOnce > 0 && (
        <p>
          <b>{t('periods.at_once', { count: data.erasedAtOnce })}</b>
        </p>
      )}
    </>
  );
}

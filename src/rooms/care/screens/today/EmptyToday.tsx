import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { listTalents } from '#rooms/talents/contract.ts';
import type { Today } from '../../schema-today.ts';

/** Nobody is due: when the next one is, or, before there is any plan or anybody, how somebody comes here. */
export function EmptyToday({ today }: { today: Today }) {
  const t = useMessages('care');
  const formats = useFormats();
  const mayPlan = useMay('care.manage_plans');
  const { next, weekCount, queueCount } = today;
  if (next) {
    return (
      <EmptyState
        actions={
          <Link className={buttonClass()} to="/today/week">
            {t('today.see_week')}
          </Link>
        }
      >
        {t('empty.today', { count: next.count, day: formats.weekday(next.on) })}
      </EmptyState>
    );
  }
  if (weekCount + queueCount === 0) return <NothingYet />;
  return <EmptyState actions={<Actions first={mayPlan && <PlanLink />} />}>{t('empty.nobody')}</EmptyState>;
}

/** The first morning: without people a plan would be of no use, so they come first. */
function NothingYet() {
  const t = useMessages('care');
  const mayPlan = useMay('care.manage_plans');
  const mayImport = useMay('inventory.import');
  const { data } = useRead(listTalents, { query: { limit: 1 } });
  if (!data) return null;
  if (data.items.length > 0)
    return <EmptyState actions={<Actions first={mayPlan && <PlanLink />} />}>{t('empty.no_plan')}</EmptyState>;
  return (
    <EmptyState
      actions={
        <Actions
          first={
            mayImport && (
              <Link className={buttonClass('filled')} to="/inventory">
                {t('empty.inventory')}
              </Link>
            )
          }
        />
      }
    >
      {t('empty.no_people')}
    </EmptyState>
  );
}

function PlanLink() {
  const t = useMessages('care');
  return (
    <Link className={buttonClass('filled')} to="/care" search={{ act: 'add' }}>
      {t('empty.first_plan')}
    </Link>
  );
}

function Actions({ first }: { first: ReactNode }) {
  const t = useMessages('care');
  return (
    <>
      {first}
      <Link className={buttonClass()} to="/talents">
        {t('empty.talents')}
      </Link>
    </>
  );
}

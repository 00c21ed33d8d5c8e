import { Link } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import type { Today } from '../../schema-today.ts';

/** Nobody is due: when the next one is, or, before there is any plan, how somebody comes here. */
export function EmptyToday({ today: { next, weekCount, queueCount } }: { today: Today }) {
  const t = useMessages('care');
  const formats = useFormats();
  const mayPlan = useMay('care.manage_plans');
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
  const isFirst = weekCount === 0 && queueCount === 0;
  return (
    <EmptyState
      actions={
        <>
          {mayPlan && (
            <Link className={buttonClass('filled')} to="/care" search={{ act: 'add' }}>
              {t('empty.first_plan')}
            </Link>
          )}
          <Link className={buttonClass()} to="/talents">
            {t('empty.talents')}
          </Link>
        </>
      }
    >
      {t(isFirst ? 'empty.no_plan' : 'empty.nobody')}
    </EmptyState>
  );
}

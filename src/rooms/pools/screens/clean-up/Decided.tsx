import { Link } from '@tanstack/react-router';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { listCleanUpItems, readCleanUp, reopenCleanUpItem } from '../../contract.ts';
import type { CleanUpItem, CleanUpRun } from '../../schema-clean-up.ts';
import { nameOf } from '../shared/names.ts';
import styles from './clean-up.module.css';

/** Who is decided, each to be decided anew until the run is finished. */
export function Decided({ run, mayDecide }: { run: CleanUpRun; mayDecide: boolean }) {
  const t = useMessages('pools');
  const { data } = useRead(listCleanUpItems, { params: { runId: run.id }, query: { state: 'decided', limit: 100 } });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('clean_up.decided')}>
      <ul>
        {data.items.map((item) => (
          <DecidedLine key={item.talentId} runId={run.id} item={item} mayDecide={mayDecide} />
        ))}
      </ul>
    </Section>
  );
}

function DecidedLine({ runId, item, mayDecide }: { runId: string; item: CleanUpItem; mayDecide: boolean }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const again = useAct(reopenCleanUpItem, { stale: [readCleanUp, listCleanUpItems] });
  const { talentId, decision, pausedUntil } = item;
  return (
    <li className={styles.row}>
      <span>
        <Link to="/talents/$talentId" params={{ talentId }} className={styles.name}>
          {nameOf(item)}
        </Link>{' '}
        <span className={styles.note}>
          {decision && t(`clean_up.decided_${decision}`, { date: pausedUntil ? formats.dateLong(pausedUntil) : '' })}
        </span>
      </span>
      {mayDecide && (
        <Button look="bare" busy={again.isPending} onClick={() => again.mutate({ params: { runId, talentId } })}>
          {t('clean_up.again')}
        </Button>
      )}
    </li>
  );
}

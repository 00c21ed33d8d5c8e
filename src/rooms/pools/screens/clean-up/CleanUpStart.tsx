import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { listCleanUps, startCleanUp } from '../../contract.ts';
import type { PoolPage } from '../../schema.ts';
import type { CleanUpRun } from '../../schema-clean-up.ts';
import styles from './health.module.css';

const USUAL_MONTHS = 18;

/** Begins a clean-up, or goes on with the one that runs; earlier ones stand below. */
export function CleanUpStart({ pool }: { pool: PoolPage }) {
  const t = useMessages('pools');
  const mayWrite = useMay('pools.write') && pool.archivedAt === null;
  const { data } = useRead(listCleanUps, { params: { poolId: pool.id } });
  const running = data?.items.find(({ finishedAt }) => finishedAt === null);
  const past = (data?.items ?? []).filter(({ finishedAt }) => finishedAt !== null);
  return (
    <Section title={t('clean_up.title')}>
      <p className={styles.words}>{t('clean_up.lede')}</p>
      {running && <Running run={running} />}
      {data && !running && mayWrite && <Begin poolId={pool.id} />}
      {past.length > 0 && <Past runs={past} />}
    </Section>
  );
}

function Running({ run }: { run: CleanUpRun }) {
  const t = useMessages('pools');
  const formats = useFormats();
  return (
    <p className={styles.running}>
      {t('clean_up.running', { date: formats.dateLong(run.startedAt) })}{' '}
      <Link to="/pools/clean-ups/$runId" params={{ runId: run.id }} className={buttonClass('filled')}>
        {t('clean_up.go_on')}
      </Link>
    </p>
  );
}

function Begin({ poolId }: { poolId: string }) {
  const t = useMessages('pools');
  const navigate = useNavigate();
  const [months, setMonths] = useState(USUAL_MONTHS);
  const start = useAct(startCleanUp, {
    stale: [listCleanUps],
    onDone: ({ id }) => void navigate({ to: '/pools/clean-ups/$runId', params: { runId: id } }),
  });
  return (
    <div className={styles.begin}>
      <TextField
        label={t('clean_up.months')}
        help={t('clean_up.months_help')}
        type="number"
        min={1}
        max={120}
        value={Number.isNaN(months) ? '' : months}
        onChange={(event) => setMonths(Math.round(event.target.valueAsNumber))}
      />
      {start.error && <ProblemNote problem={start.error} />}
      <Button
        look="filled"
        busy={start.isPending}
        disabled={!(months >= 1 && months <= 120)}
        onClick={() => start.mutate({ params: { poolId }, body: { silentForMonths: months } })}
      >
        {t('clean_up.start')}
      </Button>
    </div>
  );
}

function Past({ runs }: { runs: readonly CleanUpRun[] }) {
  const t = useMessages('pools');
  const formats = useFormats();
  return (
    <div className={styles.past}>
      <h3>{t('clean_up.past')}</h3>
      <ul>
        {runs.map(({ id, finishedAt, sizeBefore, sizeAfter }) => (
          <li key={id}>
            <Link to="/pools/clean-ups/$runId" params={{ runId: id }}>
              {t('clean_up.past_line', {
                date: finishedAt ? formats.dateLong(finishedAt) : '',
                before: formats.number(sizeBefore),
                after: formats.number(sizeAfter ?? sizeBefore),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay, useSession } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { createSequence, listSequences } from '../../contract-sequences.ts';
import type { Sequence } from '../../schema-sequences.ts';
import { CareTabs } from '../shared/CareTabs.tsx';
import { ForWhom } from '../shared/ForWhom.tsx';
import sharedStyles from '../shared/shared.module.css';
import { emptySequence, sequenceOf } from './sequence-draft.ts';
import { SequenceEditor } from './SequenceEditor.tsx';
import styles from './sequences.module.css';

/** Steps that follow each other, for people who come in by hand or by themselves. */
export function SequencesPage() {
  const navigate = useNavigate();
  const { act }: { act?: 'add' } = useSearch({ strict: false });
  const mayPlan = useMay('care.manage_plans');
  const show = (next?: 'add') => void navigate({ to: '/care/sequences', search: { act: next } });
  if (act === 'add' && mayPlan) return <NewSequence onLeave={() => show()} />;
  return <SequenceList onAdd={mayPlan ? () => show('add') : undefined} />;
}

function SequenceList({ onAdd }: { onAdd: (() => void) | undefined }) {
  const t = useMessages('care');
  const { data, error, refetch } = useRead(listSequences, {});
  const isEmpty = data?.items.length === 0;
  useShortcuts(onAdd ? [{ keys: 'a', label: t('sequence.add'), run: onAdd }] : []);
  return (
    <Page
      title={t('tabs.sequences')}
      lede={t('sequence.lede')}
      path={[{ label: t('nav.care'), to: '/care' }, { label: t('tabs.sequences') }]}
      actions={
        onAdd &&
        !isEmpty && (
          <Button look="filled" keys="a" onClick={onAdd}>
            {t('sequence.add')}
          </Button>
        )
      }
    >
      <CareTabs />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={5} />}
      {isEmpty && (
        <EmptyState
          actions={
            onAdd && (
              <Button look="filled" keys="a" onClick={onAdd}>
                {t('sequence.first')}
              </Button>
            )
          }
        >
          {t('sequence.empty')}
        </EmptyState>
      )}
      {data && !isEmpty && (
        <ul aria-label={t('tabs.sequences')}>
          {data.items.map((sequence) => (
            <SequenceRow key={sequence.id} sequence={sequence} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function SequenceRow({ sequence }: { sequence: Sequence }) {
  const t = useMessages('care');
  const { id, name, steps, state, runs, entry, pool, segment } = sequence;
  const sent = steps.filter(({ send }) => send).length;
  return (
    <li className={classes(sharedStyles.row, styles.row)}>
      <span className={styles.what}>
        <Link to="/care/sequences/$sequenceId" params={{ sequenceId: id }} className={sharedStyles.rowName}>
          {name}
        </Link>
        {pool && <ForWhom whom={{ kind: 'pool', ...pool }} />}
        {segment && <ForWhom whom={{ kind: 'segment', mode: null, ...segment }} />}
      </span>
      <span>
        {t('sequence.steps', { count: steps.length })}
        <span className={styles.below}>{t(`sequence.entry.${entry}`)}</span>
        {sent > 0 && <span className={styles.below}>{t('sequence.steps_sent', { count: sent })}</span>}
      </span>
      <span>
        {t('sequence.running', { count: runs.running })}
        <span className={styles.below}>{t('sequence.ended', { finished: runs.finished, stopped: runs.stopped })}</span>
      </span>
      <span className={sharedStyles.right}>{state !== 'running' && t(`state.${state}`)}</span>
    </li>
  );
}

function NewSequence({ onLeave }: { onLeave: () => void }) {
  const t = useMessages('care');
  const navigate = useNavigate();
  const me = useSession()?.member.id ?? '';
  const create = useAct(createSequence, {
    stale: [listSequences],
    onDone: ({ id, name, state }) => {
      showToast({ message: t(`plan.made.${state === 'running' ? 'running' : 'draft'}`, { name }) });
      void navigate({ to: '/care/sequences/$sequenceId', params: { sequenceId: id } });
    },
  });
  return (
    <SequenceEditor
      title={t('sequence.add')}
      start={emptySequence(me)}
      isNew
      busy={create.isPending}
      problem={create.error}
      onSave={(draft, state) => create.mutate({ body: sequenceOf(draft, state) })}
      onLeave={onLeave}
    />
  );
}

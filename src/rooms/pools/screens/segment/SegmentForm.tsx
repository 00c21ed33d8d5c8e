import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { FormActions, type FormMistake, MistakeSummary } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { createSegment, deleteSegment, editSegment, restoreSegment } from '../../contract.ts';
import type { Rule } from '../../schema-rule.ts';
import type { SegmentCard } from '../../schema-segments.ts';
import { readRule } from '../../segments/read-rule.ts';
import { RuleEditor } from '../rule/RuleEditor.tsx';
import { RuleSentence } from '../rule/RuleSentence.tsx';
import type { Group } from '../rule/rule-tree.ts';
import { emptyTree, isAnswered, leavesOf, ruleOf, treeOf } from '../rule/rule-tree.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import styles from './segment.module.css';
import { useRuleCount } from './use-rule-count.ts';
import { WrittenRule } from './WrittenRule.tsx';

interface SegmentFormProps {
  segment?: SegmentCard;
  onMade?: (segmentId: string) => void;
  onReload?: () => void;
}

interface Draft {
  name: string;
  visibility: 'private' | 'all';
  tree: Group;
}

const draftOf = (segment: SegmentCard | undefined): Draft => ({
  name: segment?.name ?? '',
  visibility: segment?.visibility ?? 'all',
  tree: treeFrom(segment?.rule),
});

/** A saved rule reads, or the room would not have saved it; an older one that no longer does begins anew. */
function treeFrom(given: unknown): Group {
  const { rule } = readRule(given);
  return rule ? treeOf(rule) : emptyTree();
}

const isWhole = (tree: Group) =>
  leavesOf(tree).length > 0 && leavesOf(tree).every(({ condition }) => isAnswered(condition));

/** Name, rule, and how many it finds, while it is written. */
export function SegmentForm({ segment, onMade, onReload }: SegmentFormProps) {
  const t = useMessages('pools');
  const mayWrite = useMay('pools.write');
  const [draft, setDraft] = useState(() => draftOf(segment));
  const [mistakes, setMistakes] = useState<FormMistake[]>([]);
  const { save, problem, isSaving } = useSaving({ segment, onMade });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const rule = ruleOf(draft.tree);
  const submit = () => {
    const found = mistakesOf(draft).map(({ fieldId, code }) => ({ fieldId, message: t(`segment.${code}`) }));
    setMistakes(found);
    if (found.length === 0) save({ ...draft, rule });
  };
  return (
    <div className={styles.page}>
      <p className={styles.sentence}>
        <RuleSentence rule={rule} /> <Found rule={isWhole(draft.tree) ? rule : undefined} segmentId={segment?.id} />
      </p>
      {mistakes.length > 0 && <MistakeSummary mistakes={mistakes} />}
      <div className={styles.name}>
        <TextField
          id="segment-name"
          label={t('segment.name')}
          maxLength={80}
          value={draft.name}
          readOnly={!mayWrite}
          error={mistakes.find(({ fieldId }) => fieldId === 'segment-name')?.message}
          onChange={(event) => set({ name: event.target.value })}
        />
      </div>
      {mayWrite && <RuleEditor tree={draft.tree} onChange={(tree) => set({ tree })} segmentId={segment?.id} />}
      <VisibilityBox segment={segment} draft={draft} set={set} />
      {problem && (
        <ProblemNote problem={problem} kept={t('form.kept')} onRetry={overtaken(problem) ? onReload : undefined} />
      )}
      <FormActions>
        {mayWrite && (
          <Button look="filled" busy={isSaving} onClick={submit}>
            {t('segment.save')}
          </Button>
        )}
        {segment && <SavedActs segment={segment} />}
      </FormActions>
      {mayWrite && <WrittenRule rule={rule} onApply={(written) => set({ tree: treeOf(written) })} />}
    </div>
  );
}

interface VisibilityProps {
  segment: SegmentCard | undefined;
  draft: Draft;
  set: (change: Partial<Draft>) => void;
}

/** Only whoever wrote a segment can keep it for themselves. */
function VisibilityBox({ segment, draft, set }: VisibilityProps) {
  const t = useMessages('pools');
  const mayWrite = useMay('pools.write');
  if (!mayWrite || (segment && !segment.isMine)) return null;
  return (
    <Checkbox checked={draft.visibility === 'all'} onMark={(isOn) => set({ visibility: isOn ? 'all' : 'private' })}>
      {t('segment.for_all')}
    </Checkbox>
  );
}

function SavedActs({ segment }: { segment: SegmentCard }) {
  const t = useMessages('pools');
  const mayWrite = useMay('pools.write');
  return (
    <>
      <Link to="/talents" search={{ savedSegment: segment.id }} className={buttonClass()}>
        {t('segment.members')}
      </Link>
      {mayWrite && <DeleteButton segment={segment} />}
    </>
  );
}

const overtaken = (problem: unknown) =>
  typeof problem === 'object' &&
  problem !== null &&
  'code' in problem &&
  problem.code === 'pools.segment_changed_meanwhile';

function mistakesOf({ name, tree }: Draft): { fieldId?: string; code: string }[] {
  return [
    ...(name.trim() === '' ? [{ fieldId: 'segment-name', code: 'name_missing' }] : []),
    ...(leavesOf(tree).length === 0 ? [{ code: 'rule_missing' }] : []),
    ...(leavesOf(tree).some(({ condition }) => !isAnswered(condition)) ? [{ code: 'unfinished' }] : []),
  ];
}

function Found({ rule, segmentId }: { rule: Rule | undefined; segmentId: string | undefined }) {
  const t = useMessages('pools');
  const words = useProblemWords();
  const { count, problem, isCounting } = useRuleCount(rule, segmentId);
  if (rule === undefined) return null;
  if (problem && !isCounting) return <output className={styles.problem}>{words(problem)}</output>;
  if (!count) return <output className={styles.hits}>{t('segment.counting')}</output>;
  const key = count.value === 0 ? 'no_hits' : count.isExact ? 'hits' : 'hits_more';
  return (
    <output className={styles.hits} aria-busy={isCounting}>
      {t(`segment.${key}`, { count: count.value })}
    </output>
  );
}

function useSaving({ segment, onMade }: Pick<SegmentFormProps, 'segment' | 'onMade'>) {
  const t = useMessages('pools');
  const cache = useQueryClient();
  const done = (name: string) => {
    showToast({ message: t('segment.saved', { name }) });
    void forgetPools(cache);
  };
  const make = useAct(createSegment, {
    onDone: ({ id, name }) => {
      done(name);
      onMade?.(id);
    },
  });
  const change = useAct(editSegment, { onDone: ({ name }) => done(name) });
  const save = ({ name, visibility, rule }: Omit<Draft, 'tree'> & { rule: Rule }) =>
    segment
      ? change.mutate({
          params: { segmentId: segment.id },
          body: { version: segment.version, changes: { name, visibility, rule } },
        })
      : make.mutate({ body: { name, visibility, rule } });
  return { save, problem: make.error ?? change.error, isSaving: make.isPending || change.isPending };
}

function DeleteButton({ segment: { id, name } }: { segment: SegmentCard }) {
  const t = useMessages('pools');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const params = { segmentId: id };
  const gone = useAct(deleteSegment, {
    onDone: () => {
      const undo = async () => {
        await call(restoreSegment, { params });
        await forgetPools(cache);
      };
      showToast({ message: t('segment.deleted', { name }), undo });
      void navigate({ to: '/pools' }).then(() => forgetPools(cache));
    },
  });
  return (
    <>
      <Button look="bare" busy={gone.isPending} onClick={() => gone.mutate({ params })}>
        {t('segment.delete')}
      </Button>
      {gone.error && <ProblemNote problem={gone.error} />}
    </>
  );
}

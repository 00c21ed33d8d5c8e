import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keyOf, useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { changeRules, readRules, readSummary } from '../../contract.ts';
import type { ClassificationRules } from '../../classification/rules.ts';
import { hasCriterion, isSame, withRule } from './draft.ts';
import { FormerSentence, PassiveSentence } from './OtherSentences.tsx';
import { RulePreview } from './RulePreview.tsx';
import styles from './rules-page.module.css';
import { SilverSentence } from './SilverSentence.tsx';

type RulesAnswer = ClientAnswer<typeof readRules>;

/** The three rules as sentences whose terms can be changed, with what the change would mean. */
export function RulesPage() {
  const t = useMessages('inventory');
  const answer = useRead(readRules, {});
  const path = [{ label: t('nav'), to: '/inventory' }, { label: t('rules.title') }];
  if (!answer.data) {
    return (
      <Page title={t('rules.title')} lede={t('rules.lede')} path={path}>
        {answer.error ? (
          <ProblemNote problem={answer.error} onRetry={() => void answer.refetch()} />
        ) : (
          <SkeletonRows rows={6} />
        )}
      </Page>
    );
  }
  return <RulesEditor key={answer.data.version} answer={answer.data} path={path} />;
}

function RulesEditor({ answer, path }: { answer: RulesAnswer; path: { label: string; to?: string }[] }) {
  const t = useMessages('inventory');
  const saved = answer.rules as ClassificationRules;
  const mayChange = useMay('inventory.manage_rules');
  const [draft, setDraft] = useState(saved);
  const isChanged = !isSame(saved, draft);
  return (
    <Page
      title={t('rules.title')}
      lede={t('rules.lede')}
      path={path}
      status={isChanged ? t('rules.changed') : <RulesStatus answer={answer} />}
      aside={
        <>
          <RulePreview draft={draft} isChanged={isChanged} />
          <History answer={answer} />
        </>
      }
    >
      <fieldset disabled={!mayChange} className={styles.rules}>
        <legend className={styles.hidden}>{t('rules.title')}</legend>
        {draft.rules.map((rule) => (
          <Section key={rule.segment} title={t(`segment.${rule.segment}`)}>
            {rule.segment === 'silver_medalist' && (
              <SilverSentence rule={rule} onChange={(next) => setDraft(withRule(draft, next))} />
            )}
            {rule.segment === 'former' && (
              <FormerSentence rule={rule} onChange={(next) => setDraft(withRule(draft, next))} />
            )}
            {rule.segment === 'passive_contact' && (
              <PassiveSentence rule={rule} onChange={(next) => setDraft(withRule(draft, next))} />
            )}
          </Section>
        ))}
      </fieldset>
      {isChanged && <SaveRules answer={answer} draft={draft} onReset={() => setDraft(saved)} />}
    </Page>
  );
}

function RulesStatus({ answer: { version, setAt, setBy } }: { answer: RulesAnswer }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  if (!setAt) return <>{t('rules.first_version')}</>;
  return (
    <>{t(setBy ? 'rules.version_by' : 'rules.version', { version, when: formats.dateShort(setAt), name: setBy })}</>
  );
}

function SaveRules({
  answer,
  draft,
  onReset,
}: {
  answer: RulesAnswer;
  draft: ClassificationRules;
  onReset: () => void;
}) {
  const t = useMessages('inventory');
  const cache = useQueryClient();
  const [note, setNote] = useState('');
  const act = useAct(changeRules, {
    stale: [readRules, readSummary],
    onDone: ({ version }) => showToast({ message: t('rules.saved', { version }) }),
  });
  const isValid = hasCriterion(draft);
  const isOutdated = act.error?.code === 'inventory.rules_changed_meanwhile';
  return (
    <div className={styles.save}>
      <TextField
        label={t('rules.note')}
        help={t('rules.note_help')}
        optional
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {!isValid && (
        <p role="alert" className={styles.invalid}>
          {t('rules.no_criterion')}
        </p>
      )}
      {act.error && (
        <ProblemNote
          problem={act.error}
          kept={t('rules.kept')}
          onRetry={isOutdated ? () => void cache.invalidateQueries({ queryKey: keyOf(readRules) }) : undefined}
        />
      )}
      <div className={styles.acts}>
        <Button
          look="filled"
          busy={act.isPending}
          disabled={!isValid}
          onClick={() =>
            act.mutate({ body: { basedOnVersion: answer.version, rules: draft, note: note.trim() || undefined } })
          }
        >
          {t('rules.save')}
        </Button>
        <Button onClick={onReset}>{t('rules.reset')}</Button>
      </div>
    </div>
  );
}

function History({ answer: { history } }: { answer: RulesAnswer }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  return (
    <Section title={t('rules.history')}>
      {history.length === 0 && <p className={styles.quiet}>{t('rules.no_history')}</p>}
      <ol className={styles.history}>
        {history.map(({ version, setAt, setBy, note }) => (
          <li key={version}>
            <b>{t('rules.version_number', { version })}</b> {setBy}{' '}
            <span className={styles.quiet}>{formats.dateShort(setAt)}</span>
            {note && <p className={styles.words}>{note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

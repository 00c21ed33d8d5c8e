import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import textStyles from '#ground/ui/text.module.css';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { decideMatch, readMatches, undoDecision } from '../contract-matches.ts';
import type { Match } from '../schema-matches.ts';
import styles from './matches.module.css';

const SHORTEST_REASON = 3;

/** What a human makes of it. The machine never decides; "not fitting" takes a reason. */
export function MatchActs({ match, demandId }: { match: Match; demandId: string }) {
  const t = useMessages('matching');
  const mayDecide = useMay('matching.decide');
  const [isRefusing, setRefusing] = useState(false);
  const { decide, undo } = useDeciding(demandId, match.talentId);
  const shortlist = () =>
    decide.mutate({ params: { demandId, talentId: match.talentId }, body: { kind: 'shortlisted' } });
  useShortcuts(
    mayDecide && !match.decision
      ? [
          { keys: 'c', label: t('act.shortlist'), run: shortlist },
          { keys: 'w', label: t('act.not_fitting'), run: () => setRefusing(true) },
        ]
      : [],
  );
  if (!mayDecide)
    return (
      <div className={styles.acts}>
        <ToPage match={match} />
      </div>
    );
  return (
    <div className={styles.acts}>
      {match.decision ? (
        <Button busy={undo.isPending} onClick={() => undo.mutate({ params: { demandId, talentId: match.talentId } })}>
          {t('act.undo')}
        </Button>
      ) : (
        <>
          <Button look="filled" keys="c" busy={decide.isPending} onClick={shortlist}>
            {t('act.shortlist')}
          </Button>
          <Button keys="w" onClick={() => setRefusing(true)}>
            {t('act.not_fitting')}
          </Button>
        </>
      )}
      <ToPage match={match} />
      {(decide.error ?? undo.error) && <ProblemNote problem={decide.error ?? undo.error} />}
      <RefusalDialog
        open={isRefusing}
        onClose={() => setRefusing(false)}
        onSay={(reason) =>
          decide.mutate({ params: { demandId, talentId: match.talentId }, body: { kind: 'not_fitting', reason } })
        }
      />
    </div>
  );
}

/** Not in blind mode, where the page would say who it is. */
function ToPage({ match: { name, talentId } }: { match: Match }) {
  const t = useMessages('matching');
  if (name === null) return null;
  return (
    <Link to="/talents/$talentId" params={{ talentId }} className={textStyles.link}>
      {t('open_page')}
    </Link>
  );
}

function useDeciding(demandId: string, talentId: string) {
  const t = useMessages('matching');
  const undo = useAct(undoDecision, { stale: [readMatches] });
  const decide = useAct(decideMatch, {
    stale: [readMatches],
    onDone: ({ kind }) =>
      showToast({ message: t(`act.done.${kind}`), undo: () => undo.mutate({ params: { demandId, talentId } }) }),
  });
  return { decide, undo };
}

function RefusalDialog({
  open,
  onClose,
  onSay,
}: {
  open: boolean;
  onClose: () => void;
  onSay: (reason: string) => void;
}) {
  const t = useMessages('matching');
  const [reason, setReason] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const say = () => {
    const isShort = reason.trim().length < SHORTEST_REASON;
    setTooShort(isShort);
    if (isShort) return;
    onSay(reason);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('refusal.title')}
      answers={
        <>
          <Button look="filled" onClick={say}>
            {t('refusal.say')}
          </Button>
          <Button onClick={onClose}>{t('refusal.leave')}</Button>
        </>
      }
    >
      <TextArea
        label={t('refusal.because')}
        help={t('refusal.help')}
        maxLength={500}
        error={isTooShort ? t('refusal.too_short') : undefined}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

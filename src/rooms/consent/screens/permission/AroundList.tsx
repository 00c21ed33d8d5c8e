import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { endSilence, readTalentPermission, settleObjection } from '../../contract-person.ts';
import type { TalentPermission } from '../../person/schema.ts';
import styles from './permission-page.module.css';

interface AroundProps {
  talentId: string;
  permission: TalentPermission;
  mayWrite: boolean;
}

/** What stands around the answers: silences, objections, what the person was asked and told. */
export function AroundList({ permission, mayWrite }: AroundProps) {
  const t = useMessages('consent');
  const { silences, objections } = permission;
  const lift = useAct(endSilence, { stale: [readTalentPermission] });
  const settle = useAct(settleObjection, { stale: [readTalentPermission] });
  const error = lift.error ?? settle.error;
  return (
    <Section title={t('may.around')}>
      <ul className={styles.around}>
        <StateLines permission={permission} />
        {silences.map(({ id, reason, from, until, isOwn }) => (
          <li key={id}>
            <SilenceWords reason={reason} from={from} until={until} />
            {mayWrite && !isOwn && (
              <Button look="bare" busy={lift.isPending} onClick={() => lift.mutate({ params: { silenceId: id } })}>
                {t('may.lift')}
              </Button>
            )}
          </li>
        ))}
        {objections.map(({ id, scope, on, isDecided }) => (
          <li key={id}>
            <ObjectionWords scope={scope} on={on} />
            {mayWrite && (
              <span className={styles.acts}>
                {!isDecided && (
                  <Button
                    look="bare"
                    busy={settle.isPending}
                    onClick={() => settle.mutate({ params: { objectionId: id }, body: { decision: 'upheld' } })}
                  >
                    {t('may.uphold')}
                  </Button>
                )}
                <Button
                  look="bare"
                  busy={settle.isPending}
                  onClick={() => settle.mutate({ params: { objectionId: id }, body: { decision: 'taken_back' } })}
                >
                  {t('may.taken_back')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {error && <ProblemNote problem={error} />}
    </Section>
  );
}

function SilenceWords({ reason, from, until }: { reason: string; from: string; until: string }) {
  const t = useMessages('consent');
  const formats = useFormats();
  return (
    <p>
      {t('may.silence', {
        from: formats.dateLong(from),
        until: formats.dateLong(until),
        reason: t(`silence.reason.${reason}`),
      })}
    </p>
  );
}

function ObjectionWords({ scope, on }: { scope: string; on: string }) {
  const t = useMessages('consent');
  const formats = useFormats();
  return <p>{t(`may.objection.${scope}`, { on: formats.dateLong(on) })}</p>;
}

/** The last question and the duty to inform, as sentences; or that nothing is open. */
function StateLines({ permission: { duty, question, silences, objections } }: { permission: TalentPermission }) {
  const t = useMessages('consent');
  const formats = useFormats();
  const isNothing = !duty && !question && silences.length === 0 && objections.length === 0;
  if (isNothing) return <li className={styles.quiet}>{t('may.nothing_around')}</li>;
  const asked = question && {
    on: formats.dateLong(question.askedAt),
    until: formats.dateLong(question.expiresAt),
  };
  return (
    <>
      {duty && (
        <li>
          {duty.informedAt
            ? t('may.informed', { on: formats.dateLong(duty.informedAt) })
            : t('may.to_inform', { by: formats.dateLong(duty.informBy) })}
        </li>
      )}
      {question && asked && <li>{t(`may.asked.${question.answer ?? 'open'}`, asked)}</li>}
    </>
  );
}

import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { Section } from '#ground/ui/Page.tsx';
import { KeyCap } from '#ground/ui/KeyCap.tsx';
import textStyles from '#ground/ui/text.module.css';
import { useMay } from '#ground/ui/session/session.ts';
import { keepPromise, removePromise } from '../../contract.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import { usePartAct } from '../shared/use-part-act.ts';
import styles from './side-lists.module.css';

interface PromisesProps {
  talentId: string;
  promises: TalentProfile['promises'];
  onGive?: () => void;
}

/** What was promised, open first; kept ones stay readable. */
export function Promises({ talentId, promises, onGive }: PromisesProps) {
  const t = useMessages('talents');
  const sorted = promises.toSorted(
    (a, b) => Number(a.keptAt !== null) - Number(b.keptAt !== null) || a.dueOn.localeCompare(b.dueOn),
  );
  return (
    <Section
      title={t('promise.title')}
      extra={
        onGive && (
          <button type="button" className={textStyles.link} onClick={onGive}>
            {t('part.add')} <KeyCap keys="t" />
          </button>
        )
      }
    >
      {sorted.length === 0 && <p className={styles.quiet}>{t('promise.none')}</p>}
      <ul className={styles.lines}>
        {sorted.map((promise) => (
          <PromiseLine key={promise.id} talentId={talentId} promise={promise} />
        ))}
      </ul>
    </Section>
  );
}

function PromiseLine({ talentId, promise }: { talentId: string; promise: TalentProfile['promises'][number] }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const today = useToday();
  const mayWrite = useMay('talents.write');
  const keep = usePartAct(keepPromise, t('promise.kept_done'));
  const remove = usePartAct(removePromise, t('promise.removed'));
  const params = { talentId, partId: promise.id };
  const isOpen = promise.keptAt === null;
  return (
    <li className={styles.line}>
      <span className={classes(!isOpen && styles.kept)}>{promise.what}</span>
      <span className={classes(isOpen && promise.dueOn < today && styles.late)} title={formats.relative(promise.dueOn)}>
        {isOpen ? formats.dateShort(promise.dueOn) : t('promise.kept')}
      </span>
      <span className={styles.why}>
        {t('promise.given', { name: promise.owner?.name ?? t('member.none'), date: formats.dateLong(promise.givenAt) })}
      </span>
      {isOpen && mayWrite && (
        <span className={styles.acts}>
          <Button look="bare" busy={keep.isPending} onClick={() => keep.mutate({ params })}>
            {t('promise.keep')}
          </Button>
          <Button look="bare" busy={remove.isPending} onClick={() => remove.mutate({ params })}>
            {t('part.remove')}
          </Button>
        </span>
      )}
    </li>
  );
}

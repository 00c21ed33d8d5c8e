import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Monogram, PersonName } from '#ground/ui/PersonName.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import type { OpenAct } from '../acts/ActForms.tsx';
import { nameOf } from '../shared/names.ts';
import { useSegmentWord } from '../shared/words.ts';
import { nextPromise } from './line-of.ts';
import styles from './profile-head.module.css';

interface ProfileHeadProps {
  talent: TalentProfile['talent'];
  onAct: (act: OpenAct) => void;
}

/** Name, role, place, how to address, in which segments: no card, no photo. */
export function ProfileHead({ talent, onAct }: ProfileHeadProps) {
  const t = useMessages('talents');
  const mayWrite = useMay('talents.write');
  const segmentWord = useSegmentWord();
  const name = nameOf(talent);
  const words = [...talent.segments.map(segmentWord), ...talent.tags];
  return (
    <header className={styles.top}>
      <Monogram name={name} size="large" />
      <div className={styles.who}>
        <h1>
          <PersonName name={name} size="page" />
        </h1>
        <RoleLine talent={talent} />
        {words.length > 0 && (
          <p className={styles.words}>
            {words.map((word) => (
              <span key={word}>{word}</span>
            ))}
          </p>
        )}
      </div>
      {mayWrite && (
        <div className={styles.acts}>
          <Button look="filled" keys="c" onClick={() => onAct('contact')}>
            {t('contact.open')}
          </Button>
          <Button keys="n" onClick={() => onAct('note')}>
            {t('note.short')}
          </Button>
        </div>
      )}
    </header>
  );
}

function RoleLine({ talent: { role, employer, city, addressForm, language } }: Pick<ProfileHeadProps, 'talent'>) {
  const t = useMessages('talents');
  const at = role && employer ? t('head.role_at', { role, employer }) : (role ?? employer);
  const quiet = [addressForm && t(`address_form.${addressForm}`), language && t(`language.${language}`)].filter(
    Boolean,
  );
  const place = [at, city].filter(Boolean).join(', ');
  return (
    <p className={styles.role}>
      {place}
      {place && quiet.length > 0 && ' · '}
      <span className={styles.quiet}>{quiet.join(' · ')}</span>
    </p>
  );
}

/** What one wants to know before anything else, in one row. */
export function FactRow({ profile, today }: { profile: TalentProfile; today: string }) {
  const t = useMessages('talents');
  const ui = useMessages('ui');
  const formats = useFormats();
  const { talent, warmth, grounds } = profile;
  const last = talent.lastTouch;
  const word = ui(`warmth.${WARMTH_NAMES[warmth.step - 1] ?? 'distant'}`);
  const ends = grounds.find(({ eraseOn }) => eraseOn === talent.eraseOn);
  return (
    <dl className={styles.facts}>
      <Fact
        name={t('field.stage')}
        value={t(`stage.${talent.stage}`)}
        note={t('head.since', { date: formats.dateLong(talent.stageSince) })}
      />
      <div>
        <dt>{t('column.warmth')}</dt>
        <dd>
          {ui(`warmth.trend.${warmth.trend}`, { word })}
          <details className={styles.formula}>
            <summary>{t('warmth.show')}</summary>
            <p>{t('warmth.formula', { share: formats.percent(Math.round(warmth.value * 100) / 100) })}</p>
          </details>
        </dd>
      </div>
      <Fact
        name={t('field.ownerId')}
        value={talent.owner?.name ?? t('member.none')}
        note={talent.deputy ? t('head.deputy', { name: talent.deputy.name }) : ''}
      />
      <Fact
        name={t('column.last_touch')}
        value={last ? t(`list.last.${last.direction}`, { date: formats.dateShort(last.at) }) : t('list.never')}
        note={
          last
            ? t('head.last_note', {
                channel: t(`channel.${last.channel}`),
                ago: formats.relative(last.at.slice(0, 10)),
              })
            : ''
        }
      />
      <NextFact profile={profile} today={today} />
      <Fact
        name={t('field.eraseOn')}
        value={formats.dateLong(talent.eraseOn)}
        note={t(ends?.basis === 'consent' ? 'head.unless_extended' : 'head.erased')}
      />
    </dl>
  );
}

const WARMTH_NAMES = ['distant', 'cool', 'mild', 'warm', 'close'] as const;

function NextFact({ profile: { talent, promises }, today }: { profile: TalentProfile; today: string }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const next = nextOf(talent, nextPromise(promises));
  const name = t('field.nextStep');
  if (next.on === null) return <Fact name={name} value={next.what ?? t('list.no_date')} note="" />;
  const isLate = next.on < today;
  const day = formats.dateShort(next.on);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={isLate ? styles.late : undefined}>{isLate ? t('head.overdue', { date: day }) : day}</span>
        <span className={styles.note}>{next.what}</span>
      </dd>
    </div>
  );
}

/** A promise that is due earlier than the next step comes first. */
function nextOf(
  { nextStep, nextStepOn }: TalentProfile['talent'],
  promise: { dueOn: string; what: string } | undefined,
) {
  const isFirst = promise && (nextStepOn === null || promise.dueOn <= nextStepOn);
  return isFirst ? { on: promise.dueOn, what: promise.what } : { on: nextStepOn, what: nextStep };
}

function Fact({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        <span className={styles.note}>{note}</span>
      </dd>
    </div>
  );
}

import { useMemo, useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Line } from '#ground/ui/line/Line.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { Monogram, PersonName } from '#ground/ui/PersonName.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { Quoted } from '#ground/ui/Said.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SidePanel } from '#ground/ui/SidePanel.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readTalent } from '../../contract.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import { ActForms, type OpenAct } from '../acts/ActForms.tsx';
import type { Hits } from '../list/use-hit-words.ts';
import { aheadOf, nextPromise } from '../profile/line-of.ts';
import { PermissionList } from '../profile/PermissionList.tsx';
import { nameOf, placeOf } from '../shared/names.ts';
import { useSegmentWord } from '../shared/words.ts';
import styles from './talent-panel.module.css';

interface TalentPanelProps {
  talentId: string;
  /** Place in the list, from 1. */
  place: { at: number; of: Hits } | undefined;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  onOpenPage: () => void;
}

/** A person beside the list: the line, what comes next, what is allowed, what was said last. */
export function TalentPanel({ talentId, place, ...walk }: TalentPanelProps) {
  const t = useMessages('talents');
  const formats = useFormats();
  const { data, error, refetch } = useRead(readTalent, { params: { talentId } });
  const total =
    place && t(place.of.isExact ? 'list.number' : 'list.number_more', { number: formats.number(place.of.value) });
  return (
    <SidePanel
      label={data ? nameOf(data.talent) : t('panel.loading')}
      place={place && t('panel.place', { at: formats.number(place.at), total })}
      {...walk}
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={8} />}
      {data && <PanelContent profile={data} />}
    </SidePanel>
  );
}

function PanelContent({ profile }: { profile: TalentProfile }) {
  const t = useMessages('talents');
  const today = useToday();
  const axis = useMemo(() => listAxis(today), [today]);
  const mayWrite = useMay('talents.write');
  const [act, setAct] = useState<OpenAct>();
  const { talent, touches, permissions } = profile;
  return (
    <>
      <PanelHead talent={talent} />
      <div className={styles.line}>
        <Line size="panel" axis={axis} touches={touches} {...aheadOf(profile, today)} />
      </div>
      <ActForms talentId={talent.id} open={act} onOpen={setAct} />
      <PanelFacts profile={profile} />
      <div className={styles.parts}>
        <PermissionList permissions={permissions} />
        <LastSaid profile={profile} />
      </div>
      {mayWrite && act === undefined && (
        <div className={styles.acts}>
          <Button look="filled" keys="c" onClick={() => setAct('contact')}>
            {t('contact.open')}
          </Button>
          <Button keys="n" onClick={() => setAct('note')}>
            {t('note.short')}
          </Button>
          <Button keys="t" onClick={() => setAct('promise')}>
            {t('promise.short')}
          </Button>
        </div>
      )}
    </>
  );
}

function PanelHead({ talent }: Pick<TalentProfile, 'talent'>) {
  const segmentWord = useSegmentWord();
  const name = nameOf(talent);
  return (
    <div className={styles.head}>
      <Monogram name={name} />
      <div>
        <h2>
          <PersonName name={name} size="panel" />
        </h2>
        <p className={styles.place}>{placeOf(talent)}</p>
        <p className={styles.words}>
          {[...talent.segments.map(segmentWord), ...talent.tags].map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      </div>
    </div>
  );
}

function PanelFacts({ profile: { talent, promises } }: { profile: TalentProfile }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const today = useToday();
  const promise = nextPromise(promises);
  const { owner, deputy } = talent;
  return (
    <dl className={styles.facts}>
      <dt>{t('field.nextStep')}</dt>
      <dd>
        {talent.nextStepOn && <b data-late={talent.nextStepOn < today}>{formats.dateShort(talent.nextStepOn)}</b>}{' '}
        {talent.nextStep ?? (talent.nextStepOn ? '' : t('list.no_date'))}
      </dd>
      {promise && (
        <>
          <dt>{t('promise.short')}</dt>
          <dd>
            <b data-late={promise.dueOn < today}>{formats.dateShort(promise.dueOn)}</b> {promise.what}
          </dd>
        </>
      )}
      <dt>{t('field.stage')}</dt>
      <dd>{t(`stage.${talent.stage}`)}</dd>
      <dt>{t('field.ownerId')}</dt>
      <dd>
        {owner?.name ?? t('member.none')}
        {deputy && t('panel.deputy', { name: deputy.name })}
      </dd>
      <dt>{t('field.eraseOn')}</dt>
      <dd>{formats.dateLong(talent.eraseOn)}</dd>
    </dl>
  );
}

/** The last words that somebody wrote down. */
function LastSaid({ profile: { timeline } }: { profile: TalentProfile }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const last = timeline.items.find(({ kind, body }) => (kind === 'touchpoint' || kind === 'note') && body);
  if (!last?.body) return null;
  const what = last.channel ? t(`channel.${last.channel}`) : t('note.short');
  return (
    <Section title={t('panel.last')}>
      <div className={styles.said}>
        <Quoted words={last.body.length > 280 ? `${last.body.slice(0, 280)} …` : last.body} />
        <p className={styles.note}>
          {t(last.by ? 'panel.last_by' : 'panel.last_on', {
            what,
            date: formats.dateLong(last.at),
            name: last.by?.name,
          })}
        </p>
      </div>
    </Section>
  );
}

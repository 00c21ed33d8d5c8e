import { Link } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Growing } from '#ground/ui/Growing.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import type { CampaignRow } from '../../schema-writing.ts';
import type { CampaignState } from '../../types.ts';
import { useStateWords } from '../shared/use-state-words.ts';
import { addressOfLetter } from './address-of-letter.ts';
import { CampaignMenu } from './CampaignMenu.tsx';
import styles from './list.module.css';

const nameCell = (campaign: CampaignRow) => <NameCell campaign={campaign} />;
const wholeCell = (campaign: CampaignRow) => (
  <>
    <NameCell campaign={campaign} />
    <span className={styles.stand}>
      <StateCell campaign={campaign} />
      <WhenCell campaign={campaign} />
    </span>
  </>
);
const stateCell = (campaign: CampaignRow) => <StateCell campaign={campaign} />;
const whenCell = (campaign: CampaignRow) => <WhenCell campaign={campaign} />;
const byCell = ({ by }: CampaignRow) => by?.name ?? '–';
const menuCell = (campaign: CampaignRow) => <CampaignMenu campaign={campaign} />;

export function CampaignTable({ campaigns }: { campaigns: readonly CampaignRow[] }) {
  const t = useMessages('campaigns');
  const isPhone = useIsPhone();
  const mayWrite = useMay('campaigns.write');
  const columns = [
    { key: 'name', head: t('list.name'), cell: isPhone ? wholeCell : nameCell },
    ...(isPhone
      ? []
      : [
          { key: 'state', head: t('list.stand'), width: '240px', cell: stateCell },
          { key: 'when', head: t('list.when'), width: '180px', cell: whenCell },
          { key: 'by', head: t('list.by'), width: '150px', cell: byCell },
        ]),
    ...(mayWrite ? [{ key: 'menu', head: '', width: '40px', cell: menuCell }] : []),
  ];
  return <DataTable caption={t('nav')} rows={campaigns} rowKey={({ id }) => id} columns={columns} />;
}

const WRITTEN: readonly CampaignState[] = ['draft', 'in_review', 'approved'];

function NameCell({ campaign }: { campaign: CampaignRow }) {
  const t = useMessages('campaigns');
  const language = useLanguage() === 'en' ? 'en' : 'de';
  const { name, audience, topic, languages } = campaign;
  const facts = [
    audience ? t(`list.for.${audience.kind}`, { name: audience.name }) : t('list.for.nobody'),
    topic?.[language],
    languages.map((one) => t(`editor.language.${one}`)).join(', '),
  ].filter(Boolean);
  return (
    <>
      <Link to={addressOfLetter(campaign)} className={styles.name}>
        {name}
      </Link>
      <span className={styles.below}>{facts.join(' · ')}</span>
    </>
  );
}

function StateCell({ campaign }: { campaign: CampaignRow }) {
  const t = useMessages('campaigns');
  const words = useStateWords();
  const { state, progress, haltReason } = campaign;
  const asks = state === 'in_review' || (haltReason !== null && haltReason !== 'by_hand');
  const isMoving = progress !== null && !WRITTEN.includes(state) && state !== 'finished';
  return (
    <>
      <span className={asks ? styles.asks : undefined}>{words(campaign)}</span>
      {isMoving && (
        <Growing
          label={t('list.progress', { name: campaign.name })}
          done={progress.done}
          total={progress.all}
          state={state === 'paused' || state === 'waiting' ? 'paused' : 'running'}
        />
      )}
    </>
  );
}

function WhenCell({ campaign: { scheduledFor, finishedAt, updatedAt } }: { campaign: CampaignRow }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const [key, when] =
    finishedAt !== null
      ? (['finished', finishedAt] as const)
      : scheduledFor !== null
        ? (['scheduled', scheduledFor] as const)
        : (['changed', updatedAt] as const);
  const words = {
    // That it was sent stands beside it already.
    finished: formats.relative(when),
    scheduled: t('list.at.scheduled', { when: formats.dateTime(when) }),
    changed: t('list.at.changed', { when: formats.relative(when) }),
  };
  return (
    <time dateTime={when} title={formats.dateTime(when)} className={styles.when}>
      {words[key]}
    </time>
  );
}

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { listHeld } from '../../contract.ts';
import type { HeldPerson } from '../../schema.ts';
import { MoreButton } from '../MoreButton.tsx';
import { usePages } from '../use-pages.ts';
import styles from './held-page.module.css';
import { InviteDialog } from './InviteDialog.tsx';

const PAGE = 100;
const SOON_DAYS = 30;

/** People without permission: they are nowhere else, and the one act is to ask them. */
export function HeldPage() {
  const t = useMessages('inventory');
  const [invited, setInvited] = useState<HeldPerson>();
  const people = usePages({
    key: [listHeld.path, 'all'],
    load: (cursor, signal) => call(listHeld, { query: { cursor, limit: PAGE } }, { signal }),
  });
  const head = useHead(people.first?.count ?? 0);
  return (
    <Page title={t('held.title')} path={[{ label: t('nav'), to: '/inventory' }, { label: t('held.title') }]} {...head}>
      {people.isPending && <SkeletonRows rows={8} />}
      {people.error && <ProblemNote problem={people.error} onRetry={() => void people.refetch()} />}
      {people.isSuccess && people.items.length === 0 && (
        <EmptyState
          actions={
            <Link to="/inventory" className={buttonClass('plain')}>
              {t('duplicates.to_inventory')}
            </Link>
          }
        >
          {t('held.none')}
        </EmptyState>
      )}
      {people.items.length > 0 && <HeldTable people={people.items} onInvite={setInvited} />}
      <MoreButton {...people} />
      {invited && (
        <InviteDialog
          person={invited}
          sending={people.first?.canSendMail ? 'mail_or_by_hand' : 'by_hand'}
          onClose={() => setInvited(undefined)}
        />
      )}
    </Page>
  );
}

/** How many wait and what that means; of nobody there is nothing to say. */
function useHead(count: number) {
  const t = useMessages('inventory');
  const formats = useFormats();
  if (count === 0) return {};
  return { heading: <h1>{t('held.heading', { count, shown: formats.number(count) })}</h1>, lede: t('held.lede') };
}

function HeldTable({ people, onInvite }: { people: readonly HeldPerson[]; onInvite: (person: HeldPerson) => void }) {
  const t = useMessages('inventory');
  return (
    <table className={styles.table}>
      <caption className={textStyles.hiddenText}>{t('held.title')}</caption>
      <thead>
        <tr>
          {(['name', 'email', 'segment', 'erase_on', 'act'] as const).map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {t(`held.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <HeldRow key={person.id} person={person} onInvite={onInvite} />
        ))}
      </tbody>
    </table>
  );
}

function HeldRow({ person, onInvite }: { person: HeldPerson; onInvite: (person: HeldPerson) => void }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const [now] = useState(() => Date.now());
  const isSoon = Date.parse(person.eraseOn) - now < SOON_DAYS * 86_400_000;
  return (
    <tr>
      <td className={styles.name}>{person.name}</td>
      <td className={styles.email}>{person.email ?? t('held.no_mail')}</td>
      <td>{t(`legal_segment.${person.legalSegment}`)}</td>
      <td title={formats.relative(person.eraseOn)} data-soon={isSoon}>
        <span className={styles.onPhone}>{t('held.column.erase_on')} </span>
        {formats.dateLong(person.eraseOn)}
      </td>
      <td className={styles.act}>
        <HeldAct person={person} onInvite={onInvite} />
      </td>
    </tr>
  );
}

/** Nobody is asked twice; only where a letter surely did not arrive may it be written again. */
function HeldAct({ person, onInvite }: { person: HeldPerson; onInvite: (person: HeldPerson) => void }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const { invitedAt, letter } = person;
  const when = invitedAt ? formats.dateShort(invitedAt) : '';
  return (
    <>
      {invitedAt && (
        <span className={styles.done}>
          {letter ? t(`held.letter.${letter}`, { when }) : t('held.invited', { when })}
        </span>
      )}
      {person.email && (!invitedAt || letter === 'undelivered') && (
        <Button aria-label={t('held.invite_name', { name: person.name })} onClick={() => onInvite(person)}>
          {t('held.invite')}
        </Button>
      )}
    </>
  );
}

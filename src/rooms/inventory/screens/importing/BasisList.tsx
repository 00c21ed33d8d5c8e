import { useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '#ground/ui/classes.ts';
import { Permission } from '#ground/ui/Permission.tsx';
import textStyles from '#ground/ui/text.module.css';
import { readPeriods } from '#rooms/consent/contract.ts';
import type { ImportView } from '../../schema.ts';
import styles from './basis-list.module.css';
import { dayInMonths, type SegmentPeople, segmentsOf } from './basis-options.ts';
import { BasisChoice } from './BasisChoice.tsx';
import pageStyles from './import-page.module.css';

/** Asked, never assumed: why the people of each group may be kept. */
export function BasisList({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  return (
    <section aria-label={t('basis.title')}>
      <h2 className={classes(pageStyles.head, pageStyles.ruled)}>{t('basis.title')}</h2>
      <ul className={styles.list}>
        {segmentsOf(view).map((group) => (
          <BasisLine key={group.segment} view={view} group={group} />
        ))}
      </ul>
    </section>
  );
}

function BasisLine({ view, group }: { view: ImportView; group: SegmentPeople }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const chosen = view.basis[group.segment];
  const isKept = chosen !== undefined && chosen.kind !== 'ask_first';
  return (
    <li className={styles.line}>
      <span className={styles.group}>
        {t(`legal_segment.${group.segment}`)}{' '}
        {group.people !== undefined && <span className={styles.count}>{formats.number(group.people)}</span>}
      </span>
      <Permission state={isKept ? 'ja' : 'offen'} word={t(`basis.word.${chosen?.kind ?? 'open'}`)} />
      <span className={styles.note}>
        <BasisNote group={group} kind={chosen?.kind} />{' '}
        <button type="button" className={textStyles.link} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(chosen ? 'basis.change' : 'basis.choose_now')}
          <span className={textStyles.hiddenText}> {t(`legal_segment.${group.segment}`)}</span>
        </button>
      </span>
      {open && (
        <div className={styles.open}>
          <BasisChoice view={view} segment={group.segment} />
        </div>
      )}
    </li>
  );
}

/** What the chosen basis makes of these people, with numbers once the dry run knows them. */
function BasisNote({ group: { kept = 0, held = 0, people }, kind }: { group: SegmentPeople; kind?: string }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const periods = useRead(readPeriods, {});
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const months = periods.data?.monthsAfterRejection;
  const eraseOn = months === undefined ? '' : formats.dateLong(dayInMonths(today, months));
  if (kind === undefined) return <>{t('basis.note.open')}</>;
  if (kind === 'ask_first')
    return <>{t(eraseOn ? 'basis.note.ask_first' : 'basis.note.ask_first_undated', { date: eraseOn })}</>;
  if (people === undefined) return <>{t(`basis.note.${kind}`)}</>;
  return <>{t(`basis.note.${kind}_counted`, { kept: formats.number(kept), held: formats.number(held) })}</>;
}

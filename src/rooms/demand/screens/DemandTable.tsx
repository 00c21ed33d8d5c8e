import { Link } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { DemandCard } from '../schema.ts';
import styles from './demands.module.css';
import { useDemandWords } from './use-demand-words.ts';

/** One demand per row between hairlines: what, how many, from when, whether the known people had their turn. */
export function DemandTable({ items }: { items: readonly DemandCard[] }) {
  return (
    <ul className={styles.table}>
      {items.map((item) => (
        <DemandRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function DemandRow({ item }: { item: DemandCard }) {
  const t = useMessages('demand');
  const words = useDemandWords();
  const { id, title, unit, city, owner, gate, state } = item;
  const place = [unit?.name, city].filter(Boolean).join(', ');
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <Link to="/demands/$demandId" params={{ demandId: id }} className={styles.title}>
          {title}
        </Link>
        <span className={styles.quiet}>{place}</span>
      </span>
      <span>
        {words.places(item)}
        <br />
        <span className={styles.quiet}>{words.kind(item)}</span>
      </span>
      <span>{words.from(item)}</span>
      <span className={styles.gateWord} data-gate={state === 'open' ? gate : undefined}>
        {state === 'open' ? t(`gate.word.${gate}`) : t(`state.${state}`)}
      </span>
      <span className={styles.quiet}>{owner?.name}</span>
    </li>
  );
}

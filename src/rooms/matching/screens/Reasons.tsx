import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Criterion, Match } from '../schema-matches.ts';
import { Segments } from './MatchBar.tsx';
import styles from './matches.module.css';
import { Proofs } from './Proofs.tsx';
import { useWishWords } from './use-wish-words.ts';

/** Every criterion with its own bar and the words that prove it. */
export function Reasons({ match }: { match: Match }) {
  const t = useMessages('matching');
  return (
    <table className={styles.reasons}>
      <caption className={styles.hidden}>{t('reasons')}</caption>
      <tbody>
        {match.criteria
          .filter(({ state, weight }) => state !== 'not_asked' && weight > 0)
          .map((criterion) => (
            <CriterionRow key={criterion.name} criterion={criterion} />
          ))}
      </tbody>
    </table>
  );
}

function CriterionRow({ criterion }: { criterion: Criterion }) {
  const t = useMessages('matching');
  return (
    <tr>
      <th scope="row">{t(`criterion.${criterion.name}`)}</th>
      <td className={styles.pointsCell}>
        <Segments criteria={[criterion]} />
        <CriterionPoints {...criterion} />
      </td>
      <td>
        <Wishes {...criterion} />
      </td>
    </tr>
  );
}

function CriterionPoints({ weight, points, unknownPoints }: Criterion) {
  const t = useMessages('matching');
  const formats = useFormats();
  const number = (value: number) => formats.number(Math.round(value));
  if (unknownPoints >= weight) return <>{t('criterion_unknown', { count: Math.round(weight) })}</>;
  return (
    <>
      {t('criterion_points', { points: number(points), weight: number(weight) })}
      {unknownPoints >= 0.5 && <span>{t('criterion_rest', { points: number(unknownPoints) })}</span>}
    </>
  );
}

type Wish = Criterion['wishes'][number];

/** What nobody knows and nothing is said about stands together in one line: it is to be asked, not to be read. */
const isBlank = ({ state, why, evidence }: Wish) => state === 'unknown' && why === null && evidence.length === 0;

function Wishes({ name, wishes }: Criterion) {
  const t = useMessages('matching');
  const formats = useFormats();
  const words = useWishWords(name);
  const blank = wishes.filter(isBlank).map(words.blankLabel).filter(Boolean);
  const isAllBlank = wishes.every(isBlank);
  return (
    <ul className={styles.wishes}>
      {wishes
        .filter((wish) => !isBlank(wish))
        .map((wish, at) => (
          // A wish may stand twice with the same words; the order never changes while it is read.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <span className={styles.wish}>
              {words.label(wish) && <b>{words.label(wish)}</b>}
              {name !== 'text' && <span>{t(`state.${wish.state}`)}</span>}
              {wish.why && <span className={styles.quiet}>{words.why(wish)}</span>}
            </span>
            <Proofs evidence={wish.evidence} />
          </li>
        ))}
      {blank.length > 0 && <li className={styles.quiet}>{t('blank', { wishes: formats.list(blank) })}</li>}
      {isAllBlank && blank.length === 0 && <li className={styles.quiet}>{t(`blank_of.${name}`)}</li>}
    </ul>
  );
}

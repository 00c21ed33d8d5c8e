import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { listTalents } from '../../contract.ts';
import type { FilterSentence } from '../../schema-filter.ts';
import { partsOf } from '../sentence/clause.ts';
import { placesOf, termAt, withoutTerm } from '../sentence/sentence-model.ts';
import { useConditionWords } from '../sentence/use-condition-words.ts';
import { filterOf, type ListSearch, sentenceOf } from './list-search.ts';
import type { ChangeSearch } from './use-list-search.ts';

interface NoHitsProps {
  search: ListSearch;
  onChange: ChangeSearch;
}

/** Nobody: either the house is empty, or the sentence is too narrow; then it says which condition is in the way. */
export function NoHits({ search, onChange }: NoHitsProps) {
  const isNarrowed = search.q !== undefined || search.filter !== undefined;
  return isNarrowed ? <TooNarrow search={search} onChange={onChange} /> : <EmptyHouse onChange={onChange} />;
}

function EmptyHouse({ onChange }: Pick<NoHitsProps, 'onChange'>) {
  const t = useMessages('talents');
  const mayWrite = useMay('talents.write');
  const mayImport = useMay('inventory.import');
  return (
    <EmptyState
      actions={
        <>
          {mayWrite && (
            <Button look="filled" keys="a" onClick={() => onChange({ act: 'add' })}>
              {t('add.open')}
            </Button>
          )}
          {mayImport && (
            <Link to="/inventory" className={buttonClass('plain')}>
              {t('empty.import')}
            </Link>
          )}
        </>
      }
    >
      {t('empty.sentence')}
    </EmptyState>
  );
}

interface Way {
  label: string;
  count: number;
  without: Partial<ListSearch>;
}

function TooNarrow({ search, onChange }: NoHitsProps) {
  const t = useMessages('talents');
  const best = useBestWay(search);
  return (
    <EmptyState
      actions={
        <>
          {best && <Button onClick={() => onChange(best.without)}>{t('empty.leave_out', { term: best.label })}</Button>}
          <Button look="bare" onClick={() => onChange({ q: undefined, filter: undefined })}>
            {t('empty.everyone')}
          </Button>
        </>
      }
    >
      {t('empty.nobody')} {best && t('empty.without', { term: best.label, count: best.count })}
    </EmptyState>
  );
}

/** Asks for each condition how many there would be without it. */
function useBestWay(search: ListSearch): Way | undefined {
  const { clauseOf } = useConditionWords();
  const sentence = sentenceOf(search);
  const ways = [
    ...placesOf(sentence).map((place) => {
      const condition = termAt(sentence, place);
      const filter: FilterSentence = withoutTerm(sentence, place);
      const label = condition ? partsOf(clauseOf(condition)).term : '';
      return { label, without: { filter: filter.terms.length > 0 ? filter : undefined } };
    }),
    ...(search.q ? [{ label: search.q, without: { q: undefined } }] : []),
  ].slice(0, 8);
  const counts = useQueries({
    queries: ways.map(({ without }) =>
      reading(listTalents, { query: { ...filterOf({ ...search, ...without }), limit: 1 } }),
    ),
  });
  const found = ways.map((way, i) => ({ ...way, count: counts[i]?.data?.count.value ?? 0 }));
  return found.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count)[0];
}

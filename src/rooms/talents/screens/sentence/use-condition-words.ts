import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { listTeam } from '#rooms/accounts/contract.ts';
import type { Condition, ConditionName } from '../../schema-filter.ts';
import { useSegmentWord } from '../shared/words.ts';
import { clauseKeyOf } from './clause.ts';

/** Words for the values and clauses of conditions, as the reader says them. */
export function useConditionWords() {
  const t = useMessages('talents');
  const formats = useFormats();
  const segmentWord = useSegmentWord();
  const { data: team } = useRead(listTeam, {});
  const regions = new Intl.DisplayNames([formats.locale], { type: 'region' });

  const wordOf = (field: ConditionName, value: string): string => {
    if (field === 'segment') return segmentWord(value);
    if (field === 'stage') return t(`stage.${value}`);
    if (field === 'language') return t(`language.${value}`);
    if (field === 'country') return regions.of(value) ?? value;
    if (field === 'owner') return memberWord(value);
    return value;
  };
  const memberWord = (value: string) => {
    if (value === 'me' || value === 'none') return t(`member.${value}`);
    return team?.items.find(({ id }) => id === value)?.name ?? t('member.unknown');
  };
  const valueWords = ({ field, value }: Condition): string =>
    Array.isArray(value) ? formats.alternatives(value.map((one) => wordOf(field, one))) : String(value);
  const clauseOf = (condition: Condition): string =>
    t(
      clauseKeyOf(condition),
      typeof condition.value === 'number' ? { count: condition.value } : { value: valueWords(condition) },
    );
  return { wordOf, valueWords, clauseOf, team: team?.items ?? [] };
}

import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { listPools, listSegments } from '../../contract.ts';
import type { Condition } from '../../schema-rule.ts';
import { useTeam } from '../shared/use-team.ts';
import { clauseOf } from './condition-clause.ts';
import type { RuleWords } from './rule-sentence.ts';

type Word = (value: string) => string;

/** Words for what conditions hold, and the clauses they make. */
export function useRuleWords() {
  const t = useMessages('pools');
  const formats = useFormats();
  const word = useValueWord();
  const valueWords = {
    word,
    alternatives: (words: readonly string[]) =>
      words.length === 0 ? t('rule.open_answer') : formats.alternatives(words),
    number: formats.number,
  };
  const words: RuleWords = {
    clause: (condition, sense) => {
      const { key, values } = clauseOf(condition, sense, valueWords);
      return t(key, values);
    },
    say: (key) => t(`rule.${key}`),
    group: (kind, inside) => t(`rule.${kind}`, { inside }),
  };
  return { words, word };
}

/** The reader's word for a value: stages and the like from the talents' room, members, pools and segments by name. */
function useValueWord(): (is: Condition['is'], value: string) => string {
  const t = useMessages('pools');
  const ofTalents = useMessages('talents');
  const has = useHasMessage();
  const formats = useFormats();
  const team = useTeam();
  const pools = useRead(listPools, {}).data;
  const segments = useRead(listSegments, {}).data;
  const regions = new Intl.DisplayNames([formats.locale], { type: 'region' });
  const member: Word = (value) =>
    value === 'me' || value === 'none'
      ? ofTalents(`member.${value}`)
      : (team.find(({ id }) => id === value)?.name ?? ofTalents('member.unknown'));
  const named = (items: readonly { id: string; name: string }[] | undefined, value: string) =>
    value === '' ? t('rule.open_answer') : (items?.find(({ id }) => id === value)?.name ?? t('rule.gone'));
  const known: Partial<Record<Condition['is'], Word>> = {
    class: (value) => (has('talents', `segment.${value}`) ? ofTalents(`segment.${value}`) : value),
    stage: (value) => ofTalents(`stage.${value}`),
    language: (value) => ofTalents(`language.${value}`),
    country: (value) => regions.of(value) ?? value,
    reached: (value) => ofTalents(`application_stage.${value}`),
    application_outcome: (value) => ofTalents(`outcome.${value}`),
    employed_as: (value) => ofTalents(`employment.${value}`),
    rehire_wish: (value) => t(`rehire.${value}`),
    consent: (value) => t(`consent_purpose.${value}`),
    owner: member,
    deputy: member,
    pool: (value) => named(pools?.items, value),
    segment: (value) => named(segments?.items, value),
  };
  return (is, value) => known[is]?.(value) ?? value;
}

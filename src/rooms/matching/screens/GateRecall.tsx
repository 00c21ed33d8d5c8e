import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useMatches } from './use-matches.ts';

const NAMED_AT_MOST = 3;

/** In the gate before an advertisement: who was here or nearly taken in this family of roles, by name. */
export function GateRecall({ demandId }: { demandId: string }) {
  const t = useMessages('matching');
  const formats = useFormats();
  const { first } = useMatches(demandId);
  if (!first) return null;
  const { recall, recallCount } = first;
  if (recallCount === 0) return <span>{t('recall.gate_none')}</span>;
  const names = recall.slice(0, NAMED_AT_MOST).flatMap(({ name }) => name ?? []);
  const more = recallCount - names.length;
  const facts = { count: recallCount, people: formats.number(recallCount) };
  if (names.length === 0) return <span>{t('recall.gate_blind', facts)}</span>;
  return (
    <span>
      {t('recall.gate', {
        ...facts,
        names: formats.list(more > 0 ? [...names, t('recall.gate_more', { count: more })] : names),
      })}
    </span>
  );
}

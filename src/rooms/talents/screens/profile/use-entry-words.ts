import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { TimelineEntry } from '../../schema-profile.ts';
import { useFieldWords } from '../shared/use-field-words.ts';

export interface EntryWords {
  /** Verb first, in 600. */
  what: string;
  /** Who, and anything short. */
  more: string;
}

type Facts = NonNullable<TimelineEntry['facts']>;

/** What an entry of the timeline says in its one line. */
export function useEntryWords(): (entry: TimelineEntry) => EntryWords {
  const t = useMessages('talents');
  const formats = useFormats();
  const valueWord = useFieldWords();
  const words: Record<TimelineEntry['kind'], (entry: TimelineEntry) => EntryWords> = {
    touchpoint: ({ channel, direction, isBulk, subject, by }) => ({
      what: isBulk
        ? t('entry.bulk')
        : t(`entry.touch.${direction ?? 'ours'}`, { channel: t(`channel.${channel ?? 'mail'}`) }),
      more: [subject, by?.name].filter(Boolean).join(' · '),
    }),
    note: ({ by }) => ({ what: t('note.short'), more: by?.name ?? '' }),
    change: ({ field = '', before, after, by }) => ({
      what: t('entry.change', {
        field: t(`field.${field}`),
        before: valueWord(field, before),
        after: valueWord(field, after),
      }),
      more: by?.name ?? '',
    }),
    promise: ({ subject, facts = {}, by }) => ({
      what: t(facts.keptAt ? 'entry.promise_kept' : 'entry.promise', { date: dateOf(facts.dueOn) }),
      more: [subject, by?.name].filter(Boolean).join(' · '),
    }),
    application: ({ subject, facts = {} }) => ({
      what: t(`outcome.${facts.outcome}`),
      more: applicationWords(subject, facts),
    }),
    permission: ({ facts = {}, source }) => ({
      what: t('entry.permission', { basis: t(`basis.${facts.basis}`), date: dateOf(facts.eraseOn) }),
      more: source ?? '',
    }),
    merge: ({ by }) => ({ what: t('entry.merge'), more: by?.name ?? '' }),
  };
  const dateOf = (on: Facts[string] | undefined) => (typeof on === 'string' ? formats.dateLong(on) : '');
  const applicationWords = (vacancy: string | null | undefined, { place, fieldSize, furthestStage }: Facts) =>
    [
      vacancy && formats.quote(vacancy),
      place && (fieldSize ? t('application.place_of', { place, of: fieldSize }) : t('application.place', { place })),
      furthestStage && t(`application_stage.${furthestStage}`),
    ]
      .filter(Boolean)
      .join(' · ');
  return (entry) => words[entry.kind](entry);
}

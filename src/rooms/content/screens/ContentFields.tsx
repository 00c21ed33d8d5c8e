import { useEffect, useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { CONTENT_KINDS, CONTENT_LANGUAGES, MOST_KEYWORDS } from '../types.ts';
import type { ContentDraft, Mistake } from './content-draft.ts';
import styles from './contents-page.module.css';
import { useTopics } from '#rooms/consent/web.tsx';

interface ContentFieldsProps {
  draft: ContentDraft;
  ids: Record<Mistake, string>;
  mistakes: readonly Mistake[];
  onDraft: (draft: ContentDraft) => void;
}

export function ContentFields({ draft, ids, mistakes, onDraft }: ContentFieldsProps) {
  const t = useMessages('content');
  const set = (change: Partial<ContentDraft>) => onDraft({ ...draft, ...change });
  const title = useRef<HTMLInputElement>(null);
  // The panel takes the focus when it opens; the first empty field takes it right after.
  useEffect(() => {
    if (title.current?.value !== '') return undefined;
    const timer = setTimeout(() => title.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const errorOf = (mistake: Mistake) => (mistakes.includes(mistake) ? t(`mistake.${mistake}`) : undefined);
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label={t('field.kind')}
          value={draft.kind}
          options={CONTENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChoose={(kind) => set({ kind: CONTENT_KINDS.find((one) => one === kind) })}
        />
        <SelectField
          label={t('field.language')}
          value={draft.language}
          options={CONTENT_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChoose={(language) => set({ language: CONTENT_LANGUAGES.find((one) => one === language) })}
        />
      </div>
      <TextField
        ref={title}
        id={ids.title}
        label={t('field.title')}
        lang={draft.language}
        maxLength={160}
        error={errorOf('title')}
        value={draft.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextArea
        label={t('field.summary')}
        help={t('field.summary_help')}
        optional
        voice="human"
        lang={draft.language}
        maxLength={2000}
        value={draft.summary}
        onChange={(event) => set({ summary: event.target.value })}
      />
      <TextField
        id={ids.link}
        label={t('field.link')}
        optional
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
        error={errorOf('link')}
        value={draft.link}
        onChange={(event) => set({ link: event.target.value })}
      />
      <DateFields draft={draft} ids={ids} errorOf={errorOf} set={set} />
      <TopicFields chosen={draft.topicIds} onChoose={(topicIds) => set({ topicIds })} />
      <TextField
        label={t('field.keywords')}
        help={t('field.keywords_help', { most: MOST_KEYWORDS })}
        optional
        value={draft.keywords}
        onChange={(event) => set({ keywords: event.target.value })}
      />
    </>
  );
}

interface DateFieldsProps {
  draft: ContentDraft;
  ids: Record<Mistake, string>;
  errorOf: (mistake: Mistake) => string | undefined;
  set: (change: Partial<ContentDraft>) => void;
}

function DateFields({ draft, ids, errorOf, set }: DateFieldsProps) {
  const t = useMessages('content');
  const isEvent = draft.kind === 'event';
  return (
    <div className={styles.pair}>
      <TextField
        id={ids.day}
        type="date"
        label={t(isEvent ? 'field.day' : 'field.from')}
        optional={!isEvent}
        error={errorOf('day')}
        value={draft.onDate}
        onChange={(event) => set({ onDate: event.target.value })}
      />
      <TextField
        id={ids.dates}
        type="date"
        label={t('field.until')}
        optional
        error={errorOf('dates')}
        value={draft.usableUntil}
        onChange={(event) => set({ usableUntil: event.target.value })}
      />
    </div>
  );
}

/** For whom: nobody chosen means everybody. */
function TopicFields({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (topicIds: string[]) => void }) {
  const t = useMessages('content');
  const topics = useTopics();
  if (topics.length === 0) return null;
  const mark = (topicId: string, marked: boolean) =>
    onChoose(marked ? [...chosen, topicId] : chosen.filter((one) => one !== topicId));
  return (
    <fieldset>
      <legend className={styles.legend}>{t('field.topics')}</legend>
      <div className={styles.topics}>
        {topics.map(({ id, name }) => (
          <Checkbox key={id} checked={chosen.includes(id)} onMark={(marked) => mark(id, marked)}>
            {name}
          </Checkbox>
        ))}
      </div>
      <p className={styles.help}>{t('field.topics_help')}</p>
    </fieldset>
  );
}

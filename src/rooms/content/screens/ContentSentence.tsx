import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { FilterSentence, FilterTerm } from '#ground/ui/FilterSentence.tsx';
import { Menu, MenuChoice } from '#ground/ui/Menu.tsx';
import { CONTENT_KINDS, CONTENT_LANGUAGES } from '../types.ts';
import styles from './contents-page.module.css';
import { Slots } from './Slots.tsx';
import { useTopics } from '#rooms/consent/web.tsx';
import type { ContentsSearch } from './use-search.ts';

interface ContentSentenceProps {
  search: ContentsSearch;
  total: number | undefined;
  onChange: (change: ContentsSearch) => void;
}

const ANY = 'any';
const STATES = ['usable', 'all', 'archived'] as const;

/** "Inhalte, die heute erzählt werden dürfen, jeder Art, zu jedem Thema, in jeder Sprache. 12 Inhalte" */
export function ContentSentence({ search, total, onChange }: ContentSentenceProps) {
  const t = useMessages('content');
  const formats = useFormats();
  const topics = useTopics();
  return (
    <FilterSentence
      hits={total !== undefined && t('hits', { count: total, number: formats.number(total) })}
      actions={<SearchWords q={search.q ?? ''} onSearch={(q) => onChange({ q: q === '' ? undefined : q })} />}
    >
      <Slots
        of={topics.length > 0 ? 'sentence.with_topic' : 'sentence.plain'}
        terms={{
          state: (
            <Term
              label={t('filter.state')}
              value={search.state ?? 'usable'}
              options={STATES.map((value) => ({ value, label: t(`state_term.${value}`) }))}
              onChoose={(state) => onChange({ state: state === 'usable' ? undefined : state })}
            />
          ),
          kind: (
            <Term
              label={t('filter.kind')}
              value={search.kind ?? ANY}
              options={[ANY, ...CONTENT_KINDS].map((value) => ({ value, label: t(`kind_term.${value}`) }))}
              onChoose={(kind) => onChange({ kind: CONTENT_KINDS.find((one) => one === kind) })}
            />
          ),
          topic: (
            <Term
              label={t('filter.topic')}
              value={search.topic ?? ANY}
              options={[
                { value: ANY, label: t('topic_term.any') },
                ...topics.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChoose={(topic) => onChange({ topic: topic === ANY ? undefined : topic })}
            />
          ),
          language: (
            <Term
              label={t('filter.language')}
              value={search.language ?? ANY}
              options={[ANY, ...CONTENT_LANGUAGES].map((value) => ({ value, label: t(`language_term.${value}`) }))}
              onChoose={(language) => onChange({ language: CONTENT_LANGUAGES.find((one) => one === language) })}
            />
          ),
        }}
      />
    </FilterSentence>
  );
}

interface TermProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}

/** One term that opens its alternatives. */
function Term<Value extends string>({ label, value, options, onChoose }: TermProps<Value>) {
  const word = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Menu trigger={<FilterTerm aria-label={`${label}: ${word}`}>{word}</FilterTerm>}>
      <MenuChoice label={label} value={value} options={options} onChoose={onChoose} />
    </Menu>
  );
}

function SearchWords({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const t = useMessages('content');
  const [words, setWords] = useState(q);
  return (
    <input
      type="search"
      className={styles.search}
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      value={words}
      maxLength={100}
      onChange={(event) => {
        setWords(event.target.value);
        onSearch(event.target.value.trim());
      }}
    />
  );
}

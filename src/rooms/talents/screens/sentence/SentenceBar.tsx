import { Fragment, type ReactNode, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { FilterSentence as SentenceLine, FilterTerm } from '#ground/ui/FilterSentence.tsx';
import { Button } from '#ground/ui/Button.tsx';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import type { Condition, FilterSentence } from '../../schema-filter.ts';
import { Popup } from '../shared/Popup.tsx';
import { partsOf } from './clause.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import { isGroup, type TermPlace, withAlternative, withNewTerm, withoutTerm, withTerm } from './sentence-model.ts';
import { useConditionWords } from './use-condition-words.ts';

interface SentenceBarProps {
  sentence: FilterSentence;
  onChange: (sentence: FilterSentence) => void;
  /** Words being searched for; they narrow the preview of hits too. */
  q?: string;
  hits?: ReactNode;
  actions?: ReactNode;
}

/** Undefined while nothing is open; `new` for another condition, `or…` for an alternative to one. */
type Opened = string | undefined;
const keyOf = ({ at, inside }: TermPlace) => `${at}.${inside ?? ''}`;

/** The filter as a sentence. Each term opens what changes it; F adds one. */
export function SentenceBar({ sentence, onChange, q, hits, actions }: SentenceBarProps) {
  const t = useMessages('talents');
  const { clauseOf } = useConditionWords();
  const [opened, setOpened] = useState<Opened>();
  useShortcuts([{ keys: 'f', label: t('sentence.add'), run: () => setOpened('new') }]);
  const change = (next: FilterSentence) => {
    setOpened(undefined);
    onChange(next);
  };
  const term = (condition: Condition, place: TermPlace) => {
    const key = keyOf(place);
    const { before, term, after } = partsOf(clauseOf(condition));
    return (
      <>
        {before}
        <Popup
          label={t('sentence.edit')}
          open={opened === key}
          onOpen={(open) => setOpened(open ? key : undefined)}
          trigger={<FilterTerm>{term}</FilterTerm>}
        >
          <ConditionEditor
            first={condition}
            q={q}
            sentenceWith={(next) => withTerm(sentence, place, next)}
            onApply={(next) => change(withTerm(sentence, place, next))}
            onRemove={() => change(withoutTerm(sentence, place))}
            onAlternative={() => setOpened(`or${place.at}`)}
          />
        </Popup>
        {after}
      </>
    );
  };
  const joint = (join: FilterSentence['join']) => t(`sentence.${join}`);
  return (
    <SentenceLine
      hits={hits}
      actions={
        <>
          <AddCondition
            label={t('sentence.add')}
            keys="f"
            isOpen={opened === 'new'}
            onOpen={(open) => setOpened(open ? 'new' : undefined)}
            q={q}
            sentenceWith={(next) => withNewTerm(sentence, next)}
            onApply={(next) => change(withNewTerm(sentence, next))}
          />
          {actions}
        </>
      }
    >
      {sentence.terms.length === 0 ? t('sentence.everyone') : t('sentence.start')}
      {sentence.terms.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- conditions have nothing else that tells them apart
        <Fragment key={at}>
          {at > 0 && joint(sentence.join)}
          {isGroup(one) ? (
            <>
              {'('}
              {one.terms.map((condition, inside) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <Fragment key={inside}>
                  {inside > 0 && joint(one.join)}
                  {term(condition, { at, inside })}
                </Fragment>
              ))}
              {')'}
            </>
          ) : (
            term(one, { at })
          )}
          {opened === `or${at}` && (
            <AddCondition
              label={t('sentence.alternative')}
              isOpen
              onOpen={() => setOpened(undefined)}
              q={q}
              sentenceWith={(next) => withAlternative(sentence, at, next)}
              onApply={(next) => change(withAlternative(sentence, at, next))}
            />
          )}
        </Fragment>
      ))}
      {sentence.terms.length > 0 && t('sentence.end')}
    </SentenceLine>
  );
}

interface AddConditionProps {
  label: string;
  keys?: string;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  q?: string;
  sentenceWith: (condition: Condition) => FilterSentence;
  onApply: (condition: Condition) => void;
}

function AddCondition({ label, keys, isOpen, onOpen, ...editor }: AddConditionProps) {
  return (
    <Popup
      label={label}
      open={isOpen}
      onOpen={onOpen}
      trigger={
        <Button look="bare" keys={keys}>
          {label}
        </Button>
      }
    >
      <ConditionEditor {...editor} />
    </Popup>
  );
}

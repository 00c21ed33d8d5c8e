import { useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { listTeam } from '#rooms/accounts/contract.ts';
import { listFacets } from '../../contract.ts';
import { dayFromWords } from '../../due-words.ts';
import { STAGES } from '../../types.ts';
import { DueField } from '../shared/DueField.tsx';
import { useToday } from '#ground/i18n/use-formats.ts';
import type { ActDraft, ActKind } from './bulk-acts.ts';

interface BulkFieldsProps {
  kind: ActKind;
  draft: ActDraft;
  onDraft: (draft: ActDraft) => void;
}

export function BulkFields({ kind, ...props }: BulkFieldsProps) {
  if (kind === 'add_tag' || kind === 'remove_tag') return <TagField {...props} />;
  if (kind === 'assign_owner') return <OwnerField {...props} />;
  if (kind === 'set_stage') return <StageField {...props} />;
  return kind === 'set_next_step' ? <NextStepFields {...props} /> : null;
}

type FieldsProps = Omit<BulkFieldsProps, 'kind'>;

function TagField({ draft, onDraft }: FieldsProps) {
  const t = useMessages('talents');
  const { data } = useRead(listFacets, { query: { field: 'tag' } });
  return (
    <>
      <TextField
        label={t('bulk.tag')}
        list="known-tags"
        maxLength={60}
        value={draft.tag}
        onChange={(event) => onDraft({ ...draft, tag: event.target.value })}
      />
      <datalist id="known-tags">
        {data?.items.map(({ value }) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </datalist>
    </>
  );
}

function OwnerField({ draft, onDraft }: FieldsProps) {
  const t = useMessages('talents');
  const { data: team } = useRead(listTeam, {});
  const people = (team?.items ?? []).filter(({ state }) => state !== 'disabled');
  return (
    <SelectField
      label={t('bulk.to_whom')}
      value={draft.memberId}
      options={[
        { value: '', label: t('value.choose') },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'none', label: t('member.none') },
      ]}
      onChoose={(memberId) => onDraft({ ...draft, memberId })}
    />
  );
}

function StageField({ draft, onDraft }: FieldsProps) {
  const t = useMessages('talents');
  return (
    <SelectField
      label={t('field.stage')}
      value={draft.stage}
      options={[
        { value: '', label: t('value.choose') },
        ...STAGES.map((value) => ({ value, label: t(`stage.${value}`) })),
      ]}
      onChoose={(stage) => onDraft({ ...draft, stage })}
    />
  );
}

function NextStepFields({ draft, onDraft }: FieldsProps) {
  const t = useMessages('talents');
  const today = useToday();
  const [words, setWords] = useState('');
  return (
    <>
      <TextField
        label={t('field.nextStep')}
        maxLength={200}
        value={draft.what}
        onChange={(event) => onDraft({ ...draft, what: event.target.value })}
      />
      <DueField
        label={t('contact.next_when')}
        words={words}
        onWords={(typed) => {
          setWords(typed);
          onDraft({ ...draft, on: dayFromWords(typed, today) });
        }}
      />
    </>
  );
}

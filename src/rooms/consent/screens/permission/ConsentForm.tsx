import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listConsentTexts } from '../../contract.ts';
import { noteConsent, readTalentPermission } from '../../contract-person.ts';
import { listTopics } from '../../contract-settings.ts';
import type { ActFormProps } from './PermissionActs.tsx';
import styles from './permission-page.module.css';

const FORMS = ['paper', 'spoken', 'mail'] as const;
const SHORTEST = 2;

interface Draft {
  textId: string;
  topicId: string;
  on: string;
  form: string;
  evidence: string;
}
const EMPTY: Draft = { textId: '', topicId: '', on: '', form: 'paper', evidence: '' };

/** What somebody said at a fair or on the phone; unconfirmed until they say it themselves. */
export function ConsentForm({ talentId, onLeave }: ActFormProps) {
  const t = useMessages('consent');
  const texts = useRead(listConsentTexts, {}).data?.items ?? [];
  const [draft, setDraft] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  const text = texts.find(({ id }) => id === draft.textId) ?? texts[0];
  const act = useAct(noteConsent, {
    stale: [readTalentPermission],
    onDone: () => {
      showToast({ message: t('note.saved') });
      onLeave();
    },
  });
  const isWhole = draft.on !== '' && draft.evidence.trim().length >= SHORTEST;
  const save = () => {
    setTried(true);
    if (text && isWhole) act.mutate({ params: { talentId }, body: bodyOf(draft, text) });
  };
  if (!text) return <p className={styles.quiet}>{t('texts.empty')}</p>;
  return (
    <Form label={t('may.act.note')} onSubmit={save}>
      <SelectField
        label={t('note.text')}
        value={text.id}
        options={texts.map(({ id, purpose, version, language: spoken }) => ({
          value: id,
          label: t('note.text_name', { purpose: t(`purpose.${purpose}`), version, language: t(`language.${spoken}`) }),
        }))}
        onChoose={(textId) => change({ textId })}
      />
      {text.purpose === 'newsletter' && <TopicField draft={draft} onChange={change} />}
      <ProofFields draft={draft} isTried={isTried} onChange={change} />
      {act.error && <ProblemNote problem={act.error} />}
      <FormActions>
        <Button type="submit" look="filled" busy={act.isPending}>
          {t('note.save')}
        </Button>
        <Button onClick={onLeave}>{t('page.leave')}</Button>
      </FormActions>
    </Form>
  );
}

const bodyOf = ({ topicId, on, form, evidence }: Draft, text: { id: string; purpose: string }) => ({
  purpose: text.purpose as 'talent_pool',
  textId: text.id,
  on,
  form: form as 'paper',
  evidence,
  ...(text.purpose === 'newsletter' && topicId !== '' ? { topicId } : {}),
});

interface FieldsProps {
  draft: Draft;
  onChange: (changed: Partial<Draft>) => void;
}

function TopicField({ draft, onChange }: FieldsProps) {
  const t = useMessages('consent');
  const language = useLanguage();
  const topics = (useRead(listTopics, {}).data?.items ?? []).filter(({ isRetired }) => !isRetired);
  return (
    <SelectField
      label={t('note.topic')}
      value={draft.topicId}
      options={[
        { value: '', label: t('note.topic_choose') },
        ...topics.map(({ id, names }) => ({ value: id, label: names[writtenLanguageOf(language)] })),
      ]}
      onChoose={(topicId) => onChange({ topicId })}
    />
  );
}

function ProofFields({ draft, isTried, onChange }: FieldsProps & { isTried: boolean }) {
  const t = useMessages('consent');
  const isShort = draft.evidence.trim().length < SHORTEST;
  return (
    <>
      <TextField
        type="date"
        label={t('note.on')}
        value={draft.on}
        error={isTried && draft.on === '' ? t('note.on_missing') : undefined}
        onChange={(event) => onChange({ on: event.target.value })}
      />
      <SelectField
        label={t('note.form')}
        value={draft.form}
        options={FORMS.map((value) => ({ value, label: t(`form.${value}`) }))}
        onChoose={(form) => onChange({ form })}
      />
      <TextField
        label={t('note.evidence')}
        help={t('note.evidence_help')}
        value={draft.evidence}
        error={isTried && isShort ? t('note.evidence_missing') : undefined}
        onChange={(event) => onChange({ evidence: event.target.value })}
      />
    </>
  );
}

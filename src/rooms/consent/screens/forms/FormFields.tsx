import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { listTopics } from '../../contract-settings.ts';
import { changeSignUpForm, createSignUpForm, listSignUpForms } from '../../contract-sign-up.ts';
import { addressForm, type SignUpForm } from '../../sign-up/schema.ts';
import styles from '../consent-page.module.css';
import { isSlug, slugFrom } from './slug.ts';

/** A new form is closed until somebody opens it. */
export function NewForm({ onLeave }: { onLeave: () => void }) {
  const t = useMessages('consent');
  const [draft, setDraft] = useState<Draft>({ name: '', intro: { de: '', en: '' }, topicIds: [], addressForm: 'sie' });
  const [ownSlug, setSlug] = useState<string>();
  const [isTried, setTried] = useState(false);
  const slug = ownSlug ?? slugFrom(draft.name);
  const act = useAct(createSignUpForm, {
    stale: [listSignUpForms],
    onDone: ({ name }) => {
      showToast({ message: t('forms.made', { name }) });
      onLeave();
    },
  });
  const save = () => {
    setTried(true);
    if (draft.name.trim() !== '' && isSlug(slug)) act.mutate({ body: { ...draft, slug, isOn: false } });
  };
  return (
    <div className={styles.form}>
      <Form label={t('forms.new')} onSubmit={save}>
        <DraftFields draft={draft} isTried={isTried} onDraft={setDraft}>
          <TextField
            label={t('forms.slug')}
            help={t('forms.slug_help')}
            maxLength={60}
            value={slug}
            error={isTried && !isSlug(slug) ? t('forms.slug_odd') : undefined}
            onChange={(event) => setSlug(event.target.value)}
          />
        </DraftFields>
        {act.error && <ProblemNote problem={act.error} kept={t('forms.kept')} />}
        <FormActions>
          <Button type="submit" look="filled" busy={act.isPending}>
            {t('forms.save')}
          </Button>
          <Button onClick={onLeave}>{t('page.leave')}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

export function EditForm({ form, onLeave }: { form: SignUpForm; onLeave: () => void }) {
  const t = useMessages('consent');
  const { id, name, intro, topicIds, addressForm } = form;
  const [draft, setDraft] = useState<Draft>({ name, intro, topicIds, addressForm });
  const [isTried, setTried] = useState(false);
  const act = useAct(changeSignUpForm, { stale: [listSignUpForms], onDone: onLeave });
  const save = () => {
    setTried(true);
    if (draft.name.trim() !== '') act.mutate({ params: { formId: id }, body: draft });
  };
  return (
    <Form label={name} onSubmit={save}>
      <DraftFields draft={draft} isTried={isTried} onDraft={setDraft} />
      {act.error && <ProblemNote problem={act.error} kept={t('forms.kept')} />}
      <FormActions>
        <Button type="submit" look="filled" busy={act.isPending}>
          {t('forms.save_change')}
        </Button>
        <Button onClick={onLeave}>{t('page.leave')}</Button>
      </FormActions>
    </Form>
  );
}

type Draft = Pick<SignUpForm, 'name' | 'intro' | 'topicIds' | 'addressForm'>;

interface DraftFieldsProps {
  draft: Draft;
  isTried: boolean;
  onDraft: (draft: Draft) => void;
  children?: React.ReactNode;
}

function DraftFields({ draft, isTried, onDraft, children }: DraftFieldsProps) {
  const t = useMessages('consent');
  const { name, intro } = draft;
  return (
    <>
      <TextField
        label={t('forms.name')}
        help={t('forms.name_help')}
        maxLength={80}
        value={name}
        error={isTried && name.trim() === '' ? t('forms.name_missing') : undefined}
        onChange={(event) => onDraft({ ...draft, name: event.target.value })}
      />
      {children}
      <SelectField
        label={t('forms.address')}
        help={t('forms.address_help')}
        value={draft.addressForm}
        options={addressForm.options.map((value) => ({ value, label: t(`forms.address_form.${value}`) }))}
        onChoose={(value) => onDraft({ ...draft, addressForm: value === 'du' ? 'du' : 'sie' })}
      />
      <TextArea
        label={t('forms.intro_de')}
        optional
        lang="de"
        maxLength={600}
        value={intro.de}
        onChange={(event) => onDraft({ ...draft, intro: { ...intro, de: event.target.value } })}
      />
      <TextArea
        label={t('forms.intro_en')}
        optional
        lang="en"
        maxLength={600}
        value={intro.en}
        onChange={(event) => onDraft({ ...draft, intro: { ...intro, en: event.target.value } })}
      />
      <TopicChoice chosen={draft.topicIds} onChoose={(topicIds) => onDraft({ ...draft, topicIds })} />
    </>
  );
}

function TopicChoice({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (ids: string[]) => void }) {
  const t = useMessages('consent');
  const language = writtenLanguageOf(useLanguage());
  const { data } = useRead(listTopics, {});
  const topics = (data?.items ?? []).filter(({ isRetired }) => !isRetired);
  return (
    <fieldset className={styles.topicChoice}>
      <legend>{t('forms.topics')}</legend>
      {data && topics.length === 0 && <p className={styles.quiet}>{t('forms.topics_none')}</p>}
      {topics.map(({ id, names }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onMark={(isMarked) => onChoose(isMarked ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          {names[language]}
        </Checkbox>
      ))}
    </fieldset>
  );
}

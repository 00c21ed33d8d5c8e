import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { Form, FormActions, type FormMistake, FormSection } from '#ground/ui/Form.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import textStyles from '#ground/ui/text.module.css';
import { addCampaignRoute } from '../../contract-writing.ts';
import type { LetterLanguage } from '../../types.ts';
import { LETTER_LANGUAGES } from '../../types.ts';
import { forgetCampaigns } from '../shared/forget-campaigns.ts';
import { bodyOf, mistakesOf, type NewLetterDraft } from './new-letter.ts';
import { TemplateCards } from './TemplateCards.tsx';
import { useTopicChoices } from './use-topic-choices.ts';
import { useWhomChoices } from './use-whom-choices.ts';

interface NewLetterSearch {
  pool?: string;
  segment?: string;
  template?: string;
}

const draftOf = ({ pool, segment, template }: NewLetterSearch, mainLanguage: LetterLanguage): NewLetterDraft => ({
  name: '',
  topicId: '',
  whom: pool ? `pool:${pool}` : segment ? `segment:${segment}` : '',
  templateId: template ?? '',
  mainLanguage,
});

/** A new letter: what about, to whom, and with which beginning. */
export function NewCampaignPage() {
  const t = useMessages('campaigns');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const language = useLanguage() === 'en' ? 'en' : 'de';
  const search: NewLetterSearch = useSearch({ strict: false });
  const [draft, setDraft] = useState(() => draftOf(search, language));
  const [mistakes, setMistakes] = useState<FormMistake[]>([]);
  const set = (change: Partial<NewLetterDraft>) => setDraft({ ...draft, ...change });
  const begin = useAct(addCampaignRoute, {
    onDone: ({ id }) => {
      void forgetCampaigns(cache);
      void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id }, replace: true });
    },
  });
  const submit = () => {
    const found = mistakesOf(draft).map(({ fieldId, code }) => ({ fieldId, message: t(`list.form.${code}`) }));
    setMistakes(found);
    if (found.length === 0) begin.mutate({ body: bodyOf(draft) });
  };
  const title = t('list.form.title');
  return (
    <Page title={title} path={[{ label: t('nav'), to: '/campaigns' }, { label: title }]}>
      <Form label={title} onSubmit={submit} mistakes={mistakes}>
        <Facts draft={draft} set={set} errorOf={(id) => mistakes.find(({ fieldId }) => fieldId === id)?.message} />
        <FormSection title={t('list.form.template')}>
          <TemplateCards value={draft.templateId} onChoose={(templateId) => set({ templateId })} />
        </FormSection>
        {begin.error && <ProblemNote problem={begin.error} kept={t('list.form.kept')} />}
        <FormActions>
          <Button type="submit" look="filled" busy={begin.isPending}>
            {t('list.form.begin')}
          </Button>
          <Button onClick={() => void navigate({ to: '/campaigns' })}>{t('list.form.leave')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}

interface FactsProps {
  draft: NewLetterDraft;
  set: (change: Partial<NewLetterDraft>) => void;
  errorOf: (fieldId: string) => string | undefined;
}

function Facts({ draft, set, errorOf }: FactsProps) {
  const t = useMessages('campaigns');
  const topics = useTopicChoices();
  const whom = useWhomChoices();
  return (
    <>
      <TextField
        id="letter-name"
        label={t('list.form.name')}
        help={t('list.form.name_help')}
        error={errorOf('letter-name')}
        maxLength={120}
        value={draft.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <SelectField
        id="letter-topic"
        label={t('list.form.topic')}
        help={topics.areNone ? <NoTopic /> : t('list.form.topic_help')}
        error={errorOf('letter-topic')}
        value={draft.topicId}
        options={[{ value: '', label: t('list.form.choose') }, ...topics.choices]}
        onChoose={(topicId) => set({ topicId })}
      />
      <SelectField
        label={t('list.form.whom')}
        help={t('list.form.whom_help')}
        optional
        value={draft.whom}
        options={[{ value: '', label: t('list.form.whom_later') }, ...whom]}
        onChoose={(chosen) => set({ whom: chosen })}
      />
      <FormSection title={t('list.form.language')}>
        {LETTER_LANGUAGES.map((language: LetterLanguage) => (
          <Radio
            key={language}
            name="main-language"
            checked={draft.mainLanguage === language}
            onChoose={() => set({ mainLanguage: language })}
          >
            {t(`editor.language.${language}`)}
          </Radio>
        ))}
      </FormSection>
    </>
  );
}

/** Without a topic no letter can begin: the way to the place where topics are made. */
function NoTopic() {
  const t = useMessages('campaigns');
  return (
    <>
      {t('list.form.topic_none')}{' '}
      <Link to="/consent" search={{ act: 'topic' }} className={textStyles.link}>
        {t('list.form.topic_add')}
      </Link>
    </>
  );
}

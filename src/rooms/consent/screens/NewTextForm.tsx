import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Form, FormActions, FormSection } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { createConsentText, listConsentTexts } from '../contract.ts';
import type { ConsentText, NewConsentText } from '../schema.ts';
import { NAMED_CHANNELS } from '../types-contact.ts';
import styles from './consent-page.module.css';

const PURPOSES = ['talent_pool', 'alumni_network', 'contact_network', 'newsletter'] as const;
const LANGUAGES = ['de', 'en', 'fr', 'it'] as const;
const SHORTEST = 20;
const FIRST: NewConsentText = { purpose: 'talent_pool', language: 'de', body: '', channels: ['mail'] };
const BODY = 'text-body';

export function NewTextForm({ texts, onLeave }: { texts: readonly ConsentText[]; onLeave: () => void }) {
  const t = useMessages('consent');
  const [text, setText] = useState<NewConsentText>(FIRST);
  const [isShort, setShort] = useState(false);
  const act = useAct(createConsentText, {
    stale: [listConsentTexts],
    onDone: ({ id, version }) => {
      const wasHere = texts.some((one) => one.id === id);
      showToast({ message: t(wasHere ? 'texts.same' : 'texts.saved', { version }) });
      onLeave();
    },
  });
  const record = () => {
    const tooShort = text.body.trim().length < SHORTEST;
    setShort(tooShort);
    if (!tooShort) act.mutate({ body: text });
  };
  const mistake = isShort ? t('texts.body_short') : undefined;
  return (
    <div className={styles.form}>
      <Form
        label={t('texts.add')}
        onSubmit={record}
        mistakes={mistake ? [{ fieldId: BODY, message: mistake }] : undefined}
      >
        <SelectField
          label={t('texts.purpose')}
          value={text.purpose}
          options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          onChoose={(purpose) => setText({ ...text, purpose: purpose as NewConsentText['purpose'] })}
        />
        <SelectField
          label={t('texts.language')}
          value={text.language}
          options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChoose={(language) => setText({ ...text, language: language as NewConsentText['language'] })}
        />
        <TextArea
          id={BODY}
          voice="human"
          rows={6}
          lang={text.language}
          label={t('texts.body')}
          help={t('texts.body_help')}
          error={mistake}
          value={text.body}
          onChange={(event) => setText({ ...text, body: event.target.value })}
        />
        <ChannelChoice
          chosen={text.channels ?? []}
          onChoose={(channels) => setText({ ...text, channels: [...channels] })}
        />
        {act.error && <ProblemNote problem={act.error} kept={t('texts.kept')} />}
        <FormActions>
          <Button type="submit" look="filled" busy={act.isPending}>
            {t('texts.save')}
          </Button>
          <Button onClick={onLeave}>{t('page.leave')}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

type Channel = (typeof NAMED_CHANNELS)[number];

/** What the wording does not name it does not open. */
function ChannelChoice({
  chosen,
  onChoose,
}: {
  chosen: readonly Channel[];
  onChoose: (channels: readonly Channel[]) => void;
}) {
  const t = useMessages('consent');
  return (
    <FormSection title={t('texts.channels')}>
      {NAMED_CHANNELS.map((channel) => (
        <Checkbox
          key={channel}
          checked={chosen.includes(channel)}
          onMark={(isMarked) => onChoose(isMarked ? [...chosen, channel] : chosen.filter((one) => one !== channel))}
        >
          {t(`channel.${channel}`)}
        </Checkbox>
      ))}
      <p className={styles.quiet}>{t('texts.channels_help')}</p>
    </FormSection>
  );
}

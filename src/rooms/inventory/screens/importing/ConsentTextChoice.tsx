import { type FormEvent, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { createConsentText, listConsentTexts } from '#rooms/consent/contract.ts';
import type { ConsentText } from '#rooms/consent/schema.ts';
import styles from './basis-list.module.css';

interface ConsentTextChoiceProps {
  label: string;
  purpose: 'talent_pool' | 'alumni_network' | 'contact_network';
  texts: readonly ConsentText[];
  value?: string;
  onChoose: (textId: string) => void;
  problem?: unknown;
}

const NEW = 'new';

/** The text people agreed to: a version that is recorded, or one that is recorded now. */
export function ConsentTextChoice({ label, purpose, texts, value = '', onChoose, problem }: ConsentTextChoiceProps) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const [isWriting, setWriting] = useState(false);
  const fitting = texts.filter((text) => text.purpose === purpose);
  const chosen = fitting.find(({ id }) => id === value);
  const options = [
    { value: '', label: t('consent_text.choose') },
    ...fitting.map(({ id, language, version, createdAt }) => ({
      value: id,
      label: t('consent_text.version', {
        language: t(`word.language.${language}`),
        version,
        when: formats.dateShort(createdAt),
      }),
    })),
    { value: NEW, label: t('consent_text.record_new') },
  ];
  return (
    <div className={styles.choice}>
      <SelectField
        label={label}
        asks={chosen === undefined}
        data-asks={chosen === undefined}
        value={isWriting ? NEW : value}
        options={options}
        onChoose={(id) => {
          setWriting(id === NEW);
          if (id && id !== NEW) onChoose(id);
        }}
      />
      {chosen && !isWriting && (
        <Said size="small" lang={chosen.language}>
          {chosen.body}
        </Said>
      )}
      {isWriting && (
        <NewConsentText
          purpose={purpose}
          onRecorded={(id) => {
            setWriting(false);
            onChoose(id);
          }}
        />
      )}
      {problem !== undefined && problem !== null && <ProblemNote problem={problem} />}
    </div>
  );
}

function NewConsentText({
  purpose,
  onRecorded,
}: Pick<ConsentTextChoiceProps, 'purpose'> & { onRecorded: (id: string) => void }) {
  const t = useMessages('inventory');
  const [language, setLanguage] = useState<'de' | 'en' | 'fr' | 'it'>('de');
  const [body, setBody] = useState('');
  const act = useAct(createConsentText, { stale: [listConsentTexts], onDone: ({ id }) => onRecorded(id) });
  const record = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ body: { purpose, language, body } });
  };
  return (
    <form className={styles.form} onSubmit={record}>
      <TextArea
        label={t('consent_text.body')}
        help={t('consent_text.body_help')}
        voice="human"
        minLength={20}
        required
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <SelectField
        label={t('consent_text.language')}
        value={language}
        options={(['de', 'en', 'fr', 'it'] as const).map((value) => ({ value, label: t(`word.language.${value}`) }))}
        onChoose={(value) => setLanguage(value as typeof language)}
      />
      <Button type="submit" busy={act.isPending} disabled={body.trim().length < 20}>
        {t('consent_text.record')}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </form>
  );
}

import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions, FormSection } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { readSetup, setUpHouse } from '../contract.ts';
import type { CountryProfile } from '../types.ts';
import { CountryChoice, countryOfBrowser } from './CountryChoice.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { Letter } from './Letter.tsx';
import { PasswordField } from './PasswordField.tsx';
import { Refusal } from './Refusal.tsx';
import { useEnter } from './use-enter.ts';
import { fieldId, type Mistakes, useMistakes } from './use-mistakes.ts';

const FIELDS = ['companyName', 'name', 'email', 'password', 'setupCode'] as const;
type Texts = Record<(typeof FIELDS)[number], string>;
const EMPTY: Texts = { companyName: '', name: '', email: '', password: '', setupCode: '' };

export function SetupPage() {
  const setup = useRead(readSetup, {});
  const t = useMessages('accounts');
  if (setup.isPending) return <SkeletonPage />;
  if (setup.error) {
    return (
      <Letter title={t('setup.title')}>
        <ProblemNote problem={setup.error} onRetry={() => void setup.refetch()} />
      </Letter>
    );
  }
  if (!setup.data.needed) return <Navigate to="/sign-in" />;
  return <SetupLetter codeNeeded={setup.data.codeNeeded} />;
}

function SetupLetter({ codeNeeded }: { codeNeeded: boolean }) {
  const t = useMessages('accounts');
  const language = useLanguage();
  const enter = useEnter();
  const [texts, setTexts] = useState(EMPTY);
  const [countryProfile, setCountryProfile] = useState<CountryProfile>(countryOfBrowser);
  const act = useAct(setUpHouse, { onDone: (session) => enter(session) });
  const mistakes = useMistakes(act.error, FIELDS, texts);
  const type = (changed: Partial<Texts>) => setTexts({ ...texts, ...changed });

  function begin() {
    const { setupCode, ...rest } = texts;
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    act.mutate({ body: { ...rest, language, countryProfile, timeZone, ...(codeNeeded ? { setupCode } : {}) } });
  }

  return (
    <Letter title={t('setup.title')} lede={t('setup.lede')}>
      <Form mistakes={mistakes.list} onSubmit={begin}>
        {mistakes.other && <Refusal problem={mistakes.other} />}
        <FormSection title={t('setup.language')}>
          <LanguageChoice place="section" />
        </FormSection>
        <FormSection title={t('setup.company')}>
          <SetupText name="companyName" autoComplete="organization" texts={texts} type={type} mistakes={mistakes} />
          <CountryChoice value={countryProfile} onChoose={setCountryProfile} />
        </FormSection>
        <FormSection title={t('setup.you')}>
          <SetupText name="name" autoComplete="name" texts={texts} type={type} mistakes={mistakes} />
          <SetupText name="email" autoComplete="username" texts={texts} type={type} mistakes={mistakes} />
          <PasswordField
            name="password"
            kind="new"
            value={texts.password}
            onType={(password) => type({ password })}
            error={mistakes.errorOf('password')}
          />
          {codeNeeded && (
            <SetupText name="setupCode" autoComplete="off" texts={texts} type={type} mistakes={mistakes} />
          )}
        </FormSection>
        <FormActions>
          <Button type="submit" look="filled" size="big" busy={act.isPending}>
            {t('setup.act')}
          </Button>
        </FormActions>
      </Form>
    </Letter>
  );
}

interface SetupTextProps {
  name: Exclude<keyof Texts, 'password'>;
  autoComplete: string;
  texts: Texts;
  type: (changed: Partial<Texts>) => void;
  mistakes: Mistakes;
}

function SetupText({ name, autoComplete, texts, type, mistakes }: SetupTextProps) {
  const t = useMessages('accounts');
  const helps: Partial<Record<keyof Texts, string>> = {
    setupCode: t('field.setupCode.help'),
    email: t('field.email.help'),
  };
  return (
    <TextField
      id={fieldId(name)}
      name={name}
      type={name === 'email' ? 'email' : 'text'}
      autoComplete={autoComplete}
      label={t(`field.${name}.label`)}
      help={helps[name]}
      error={mistakes.errorOf(name)}
      value={texts[name]}
      onChange={(event) => type({ [name]: event.target.value })}
    />
  );
}

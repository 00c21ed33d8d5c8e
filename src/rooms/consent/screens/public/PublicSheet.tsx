import { type ReactNode, useEffect } from 'react';
import type { ApiProblem } from '#ground/http/client.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { changeLanguage } from '#ground/i18n/messages.browser.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import type { AddressForm } from '../../sign-up/schema.ts';
import { AddressFormContext, usePublicWords, useWordsFor } from './address-form.ts';
import styles from './public.module.css';

interface Facts {
  company: string;
  name?: string | undefined;
  /** The person's own, later the one of the texts that are shown: the page follows it. */
  language?: Language | undefined;
  /** How the person is addressed; unknown is Sie. */
  addressForm: AddressForm;
}

interface PublicSheetProps {
  title: string;
  /** Whose page it is; undefined until that is known. */
  facts: Facts | undefined;
  /** Where more than our own words changes with the language; the page follows once the rest is there. */
  onTurn?: ((language: Language) => void) | undefined;
  children: ReactNode;
}

/** A page for people outside: the company's name, one column, no navigation, nothing that is kept in the browser. */
export function PublicSheet({ title, facts, onTurn, children }: PublicSheetProps) {
  const { company, name, language, addressForm = 'sie' }: Partial<Facts> = facts ?? {};
  const t = useWordsFor(addressForm);
  useLanguageOf(language);
  useEffect(() => {
    document.title = company ? `${title} · ${company}` : title;
  }, [title, company]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <b>{company}</b>
        <span className={styles.who}>
          {name}
          <LanguageSwitch
            german={language === 'de-CH' ? 'de-CH' : 'de'}
            onTurn={onTurn ?? ((to) => void changeLanguage(to))}
          />
        </span>
      </header>
      <main className={styles.sheet}>
        <AddressFormContext value={addressForm}>{children}</AddressFormContext>
      </main>
      <footer className={styles.foot}>
        {company && <p>{t('public.responsible', { company })}</p>}
        <p className={styles.quiet}>{t('public.runs_on')}</p>
      </footer>
    </div>
  );
}

function LanguageSwitch({ german, onTurn }: { german: Language; onTurn: (language: Language) => void }) {
  const language = useLanguage();
  const other: Language = language === 'en' ? german : 'en';
  return (
    <button type="button" className={styles.language} lang={other} onClick={() => onTurn(other)}>
      {other === 'en' ? 'English' : 'Deutsch'}
    </button>
  );
}

/** When it is known, and when it becomes another one; in between the reader decides. */
function useLanguageOf(language: Language | undefined) {
  useEffect(() => {
    if (language) void changeLanguage(language);
  }, [language]);
}

/** A link that was used, cut, altered or is over; anything else is trouble of ours. */
export function LinkProblem({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const t = usePublicWords();
  const kind = GONE[problem.code];
  if (kind) return <NoLink kind={kind} />;
  return (
    <>
      <h1>{t('public.trouble')}</h1>
      <ProblemNote problem={problem} onRetry={onRetry} />
    </>
  );
}

const GONE: Record<string, 'used' | 'over'> = { 'consent.link_used': 'used', 'consent.link_is_over': 'over' };

export function NoLink({ kind }: { kind: 'used' | 'cut' | 'over' }) {
  const t = usePublicWords();
  return (
    <>
      <h1>{t(`public.gone.${kind}.title`)}</h1>
      <p>{t(`public.gone.${kind}.what`)}</p>
    </>
  );
}

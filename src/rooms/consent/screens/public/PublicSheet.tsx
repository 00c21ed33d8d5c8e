import { type ReactNode, useEffect, useRef } from 'react';
import type { ApiProblem } from '#ground/http/client.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { changeLanguage } from '#ground/i18n/messages.browser.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import styles from './public.module.css';

interface PublicSheetProps {
  title: string;
  company: string | undefined;
  name: string | undefined;
  /** The person's own; the page begins in it. */
  language: Language | undefined;
  children: ReactNode;
}

/** A page for people outside: the company's name, one column, no navigation, nothing that is kept in the browser. */
export function PublicSheet({ title, company, name, language, children }: PublicSheetProps) {
  const t = useMessages('consent');
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
          <LanguageSwitch german={language === 'de-CH' ? 'de-CH' : 'de'} />
        </span>
      </header>
      <main className={styles.sheet}>{children}</main>
      <footer className={styles.foot}>
        {company && <p>{t('public.responsible', { company })}</p>}
        <p className={styles.quiet}>{t('public.runs_on')}</p>
      </footer>
    </div>
  );
}

function LanguageSwitch({ german }: { german: Language }) {
  const language = useLanguage();
  const other: Language = language === 'en' ? german : 'en';
  return (
    <button type="button" className={styles.language} lang={other} onClick={() => void changeLanguage(other)}>
      {other === 'en' ? 'English' : 'Deutsch'}
    </button>
  );
}

/** Once, when it is known; afterwards the reader decides. */
function useLanguageOf(language: Language | undefined) {
  const isSet = useRef(false);
  useEffect(() => {
    if (!language || isSet.current) return;
    isSet.current = true;
    void changeLanguage(language);
  }, [language]);
}

/** A link that was used, cut, altered or is over; anything else is trouble of ours. */
export function LinkProblem({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const t = useMessages('consent');
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
  const t = useMessages('consent');
  return (
    <>
      <h1>{t(`public.gone.${kind}.title`)}</h1>
      <p>{t(`public.gone.${kind}.what`)}</p>
    </>
  );
}

declare module '#ground/events/news.ts' {
  interface Events {
    /** These people took something back: it ends at once, also what is already on its way. */
    'consent.withdrawn': { talentIds: string[]; purposes: string[] };
    'consent.given': { talentIds: string[] };
    /** Somebody confirmed what they signed up for on a public form. */
    'consent.signed_up': { talentId: string; formId: string };
    /** A silence or an objection was set or lifted. */
    'consent.quiet_changed': { talentIds: string[] };
    /** The grounds give other erase-on dates now. */
    'consent.erase_dates_changed': { dates: Map<string, string> };
    /** These people are to be erased now; told outside of any transaction, because each erasure is one of its own. */
    'consent.erase_now': { talentIds: string[] };
  }
}

export type ConsentEvent = 'consent.withdrawn' | 'consent.given' | 'consent.quiet_changed';

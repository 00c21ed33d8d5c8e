declare module '#ground/events/news.ts' {
  interface Events {
    /** A planned role or vacancy is new or says something else now. */
    'demand.changed': { demandId: string };
    /** Somebody was hired; `talentId` is null for a stranger. */
    'demand.hired': { demandId: string; hireId: string; talentId: string | null };
  }
}

export type DemandEvent = 'demand.changed' | 'demand.hired';

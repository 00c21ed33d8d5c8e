import { switchPhase } from '#rooms/phases/contract.ts';
import { dayFrom } from '../calendar.ts';
import type { Planting } from './histories.ts';

const BEGAN_DAYS_AGO = 95;

/** The company has been reducing; whoever looks at the sample may end it. */
export async function plantPhase({ act, company: { today }, team, ctxOn }: Planting): Promise<void> {
  const day = dayFrom(today, -BEGAN_DAYS_AGO);
  const [entityId = ''] = team.mara.entityIds;
  await act(ctxOn(team.mara, day), switchPhase, {
    body: {
      entityId,
      phase: 'reducing',
      sinceOn: day,
      note: 'Weniger Aufträge aus dem Maschinenbau. Wir trennen uns fair und bleiben in Kontakt.',
      replaces: null,
    },
  });
}

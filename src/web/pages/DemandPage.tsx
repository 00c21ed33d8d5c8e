import { GateRecall, MatchAside, Matches } from '#rooms/matching/web.tsx';
import { DemandSheet } from '#rooms/demand/web.tsx';

/** One demand with the known people who come into question. */
export const DemandPage = () => <DemandSheet Matches={Matches} MatchAside={MatchAside} GateRecall={GateRecall} />;

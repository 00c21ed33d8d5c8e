import { ClassificationPanel } from '#rooms/inventory/web.tsx';
import { TalentProfilePage } from '#rooms/talents/web.tsx';

const PANELS = [ClassificationPanel];

/** One person on one page, with what other rooms know about them. */
export const TalentPage = () => <TalentProfilePage panels={PANELS} />;

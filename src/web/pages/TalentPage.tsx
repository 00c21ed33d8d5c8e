import { LetterPanel } from '#rooms/campaigns/web.tsx';
import { CarePanel } from '#rooms/care/web.tsx';
import { PermissionPanel } from '#rooms/consent/web.tsx';
import { ClassificationPanel } from '#rooms/inventory/web.tsx';
import { FindingsPanel } from '#rooms/matching/web.tsx';
import { PoolsPanel } from '#rooms/pools/web.tsx';
import { TalentProfilePage } from '#rooms/talents/web.tsx';

const PANELS = [LetterPanel, PermissionPanel, CarePanel, PoolsPanel, ClassificationPanel, FindingsPanel];

/** One person on one page, with what other rooms know about them. */
export const TalentPage = () => <TalentProfilePage panels={PANELS} />;

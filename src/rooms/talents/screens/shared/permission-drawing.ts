import type { PermissionState as Drawn } from '#ground/ui/Permission.tsx';
import type { PermissionState } from '../../types.ts';

/** How a state of permission is drawn. */
export const DRAWN: Record<PermissionState, Drawn> = { yes: 'ja', unknown: 'offen', no: 'nein' };

import type { ConsentAct } from './ConsentPage.tsx';

/** A part of the page whose form is open or not; `onOpen()` closes it. */
export interface PartState {
  isOpen: boolean;
  onOpen: (act?: ConsentAct) => void;
}

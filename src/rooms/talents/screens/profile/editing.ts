import { createContext, useContext } from 'react';
import type { Changes } from '../shared/use-edit.tsx';

export interface ProfileEditing {
  mayEdit: boolean;
  /** Why the last saving of a field failed. */
  failed: ReadonlyMap<string, string>;
  save: (changes: Changes) => void;
}

export const ProfileEditingContext = createContext<ProfileEditing>({
  mayEdit: false,
  failed: new Map(),
  save: () => undefined,
});
export const useProfileEditing = (): ProfileEditing => useContext(ProfileEditingContext);

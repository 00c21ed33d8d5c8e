import { type ComponentType, createContext, useContext } from 'react';

/** A list of senders to choose from, with its own words about what is wrong with the one that is chosen. */
export interface SenderChoiceProps {
  id: string;
  /** Empty: not chosen yet. */
  value: string;
  error: string | undefined;
  onChoose: (senderId: string) => void;
}

/** What was sent of a sequence; nothing where nothing was and nothing is to be. */
export interface SentLettersProps {
  sequenceId: string;
  sequenceName: string;
  isExpected: boolean;
}

/** What the room that sends letters gives to the room that plans sequences and stands above it. */
export interface SequenceLetters {
  SenderChoice: ComponentType<SenderChoiceProps>;
  SentLetters: ComponentType<SentLettersProps>;
  /** Words in curly brackets that are filled in for each person. */
  mergeFields: readonly string[];
}

/** The shell, which knows all rooms, hands it in; undefined where no room sends letters. */
export const SequenceLettersContext = createContext<SequenceLetters | undefined>(undefined);

export const useSequenceLetters = (): SequenceLetters | undefined => useContext(SequenceLettersContext);

import { type ComponentType, createContext, useContext } from 'react';

/** What rooms show beside Today; the shell, which knows all rooms, hands them in. */
export const TodaySectionsContext = createContext<readonly ComponentType[]>([]);

export const useTodaySections = (): readonly ComponentType[] => useContext(TodaySectionsContext);

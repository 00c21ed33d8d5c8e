import { createContext, useContext } from 'react';

/**
 * The open dialog a part stands in. Menus and hints inside it are drawn into it: the browser paints a modal
 * dialog above everything else in the page, also above what comes later.
 */
export const SurfaceContext = createContext<HTMLElement | null>(null);

export const useSurface = (): HTMLElement | undefined => useContext(SurfaceContext) ?? undefined;

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';

export type Edge = 'above' | 'below';
const EDGES: readonly Edge[] = ['above', 'below'];

interface BlockDrag {
  blockId: string;
  element: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  mayWrite: boolean;
}

/** A block is taken by its handle and lies above or below another one, as the pointer is in its upper or lower half. */
export function useBlockDrag({ blockId, element, handle, mayWrite }: BlockDrag) {
  const [isDragged, setDragged] = useState(false);
  const [edge, setEdge] = useState<Edge>();
  useEffect(() => {
    const place = element.current;
    if (!place || !handle.current || !mayWrite) return undefined;
    return combine(
      draggable({
        element: place,
        dragHandle: handle.current,
        getInitialData: () => ({ blockId }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element: place,
        canDrop: ({ source }) => typeof source.data.blockId === 'string' && source.data.blockId !== blockId,
        getData: ({ input }) => ({ blockId, edge: edgeAt(place, input.clientY) }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(undefined),
        onDrop: () => setEdge(undefined),
      }),
    );
  }, [blockId, element, handle, mayWrite]);
  return { isDragged, edge };
}

function edgeAt(element: HTMLElement, y: number): Edge {
  const { top, height } = element.getBoundingClientRect();
  return y < top + height / 2 ? 'above' : 'below';
}

export const edgeOf = (data: Record<string | symbol, unknown>): Edge | undefined =>
  EDGES.find((edge) => edge === data.edge);

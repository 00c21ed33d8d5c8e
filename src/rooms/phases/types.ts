/** What the company, or a unit of it, is doing: letting people go, waiting, hiring again. */
export const PHASES = ['reducing', 'pausing', 'rebuilding'] as const;
export type Phase = (typeof PHASES)[number];

/** A switch can be taken back for so long, by whoever made it. */
export const TAKE_BACK_WITHIN_MINUTES = 10;

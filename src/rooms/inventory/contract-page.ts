import { z } from 'zod';

/** What every list of this room takes; a cursor is opaque. */
export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

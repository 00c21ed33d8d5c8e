/**
 * How much one person gets at most while nobody has set anything else: two words a week, one of four letters to many a week, and as many
 * first contacts a day as one human can write with care.
 */
export const DEFAULT_LIMITS = { totalPer30Days: 8, bulkPer30Days: 4, firstContactsPerDay: 20 };

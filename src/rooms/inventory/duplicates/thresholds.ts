/**
 * From here on the product calls a pair duplicates. Even odds: with calibrated probabilities this is where one more
 * found pair costs as much as one more wrong one. Nothing is merged by it; it decides what is counted and shown first.
 */
export const DUPLICATE_PROBABILITY = 0.5;

/** Below this a pair does not enter the review queue: nineteen of twenty would be dismissed. */
export const REVIEW_PROBABILITY = 0.05;
